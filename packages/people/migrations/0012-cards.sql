-- Cards, as the processor knows them: its names for them, and what may be shown. A number or a code
-- never comes here.

-- A person, by the name that the processor has for them.
CREATE TABLE people.card_holder (
  person_id  uuid PRIMARY KEY REFERENCES people.person,
  ref        text NOT NULL UNIQUE,
  created_at timestamptz NOT NULL
);

CREATE TABLE people.card (
  id          uuid PRIMARY KEY,
  person_id   uuid NOT NULL REFERENCES people.person,
  ref         text NOT NULL UNIQUE,
  fingerprint text NOT NULL,
  brand       text NOT NULL,
  last4       text NOT NULL CHECK (last4 ~ '^[0-9]{4}$'),
  exp_month   integer NOT NULL CHECK (exp_month BETWEEN 1 AND 12),
  exp_year    integer NOT NULL CHECK (exp_year BETWEEN 2000 AND 2199),
  country     text,
  is_default  boolean NOT NULL DEFAULT false,
  linked_at   timestamptz NOT NULL,
  unlinked_at timestamptz,
  due_at      timestamptz,
  CONSTRAINT card_default_linked CHECK (NOT is_default OR unlinked_at IS NULL),
  CONSTRAINT card_due_linked CHECK (due_at IS NULL OR unlinked_at IS NULL)
);
COMMENT ON COLUMN people.card.ref IS 'the name that the processor has for it';
COMMENT ON COLUMN people.card.fingerprint IS 'the same for the same number, whoever types it in';
COMMENT ON COLUMN people.card.due_at IS 'when its expiry is spoken of next';
CREATE INDEX card_person ON people.card (person_id, id);
-- One card lifts one account.
CREATE UNIQUE INDEX card_fingerprint ON people.card (fingerprint) WHERE unlinked_at IS NULL;
CREATE UNIQUE INDEX card_default ON people.card (person_id) WHERE is_default;
CREATE INDEX card_due ON people.card (due_at) WHERE due_at IS NOT NULL;

-- A person who was sent to the processor's page to add a card.
CREATE TABLE people.card_setup (
  id         uuid PRIMARY KEY,
  person_id  uuid NOT NULL REFERENCES people.person,
  ref        text UNIQUE,
  state      text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'linked', 'in_use', 'over')),
  card_id    uuid REFERENCES people.card,
  next       text,
  created_at timestamptz NOT NULL,
  ended_at   timestamptz,
  due_at     timestamptz,
  CONSTRAINT card_setup_ended CHECK ((state = 'open') = (ended_at IS NULL)),
  CONSTRAINT card_setup_due CHECK ((state = 'open') = (due_at IS NOT NULL)),
  CONSTRAINT card_setup_linked CHECK ((state = 'linked') = (card_id IS NOT NULL))
);
COMMENT ON COLUMN people.card_setup.ref IS 'null: the processor has not answered yet';
COMMENT ON COLUMN people.card_setup.state IS 'in_use: the card belongs to another account; over: nothing came of it';
COMMENT ON COLUMN people.card_setup.due_at IS 'when the processor is asked what became of it';
CREATE INDEX card_setup_person ON people.card_setup (person_id, id);
CREATE INDEX card_setup_due ON people.card_setup (due_at) WHERE due_at IS NOT NULL;

-- What the processor is to forget: it is told until it has.
CREATE TABLE people.card_removal (
  ref        text PRIMARY KEY,
  kind       text NOT NULL CHECK (kind IN ('card', 'holder')),
  tries      integer NOT NULL DEFAULT 0,
  due_at     timestamptz NOT NULL
);
CREATE INDEX card_removal_due ON people.card_removal (due_at);

-- The level to go back to is what the person has then: a verified card, or not.
ALTER TABLE people.identity_check DROP CONSTRAINT identity_check_level, DROP COLUMN level_before;
