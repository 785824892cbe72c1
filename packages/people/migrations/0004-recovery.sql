-- Passwords that were replaced: they never work again, also not as new ones.
CREATE TABLE people.former_secret (
  id         uuid PRIMARY KEY,
  person_id  uuid NOT NULL REFERENCES people.person,
  kind       text NOT NULL CHECK (kind IN ('password', 'payment_password')),
  hash       text NOT NULL,
  retired_at timestamptz NOT NULL
);
CREATE INDEX former_secret_person ON people.former_secret (person_id, kind);

-- A change of address: it waits until the new one confirms, and can be undone from the old one.
CREATE TABLE people.email_change (
  id           uuid PRIMARY KEY,
  person_id    uuid NOT NULL REFERENCES people.person,
  old_email    text NOT NULL,
  new_email    text NOT NULL,
  requested_at timestamptz NOT NULL,
  mailed_at    timestamptz NOT NULL,
  confirmed_at timestamptz,
  ended_at     timestamptz
);
COMMENT ON COLUMN people.email_change.mailed_at IS 'when the link was last sent to the new address';
COMMENT ON COLUMN people.email_change.ended_at IS 'given up, replaced by a newer one, or undone';
CREATE UNIQUE INDEX email_change_waiting ON people.email_change (person_id)
  WHERE confirmed_at IS NULL AND ended_at IS NULL;
CREATE INDEX email_change_person ON people.email_change (person_id, id);

-- Somebody forgot the password of an address. Whose it is, is looked up later: the answer takes as
-- long for an address that nobody has.
CREATE TABLE people.reset_request (
  id           uuid PRIMARY KEY,
  email        text NOT NULL,
  ip           text NOT NULL,
  user_agent   text NOT NULL,
  requested_at timestamptz NOT NULL
);

-- A recovery that staff decide. Its times run on the database's clock.
CREATE TABLE people.recovery (
  id           uuid PRIMARY KEY,
  kind         text NOT NULL CHECK (kind IN ('answers', 'email')),
  state        text NOT NULL CHECK (state IN
                 ('unconfirmed', 'open', 'checking', 'waiting', 'approved', 'done', 'refused',
                  'stopped')),
  person_id    uuid REFERENCES people.person,
  language     text NOT NULL CHECK (language IN ('en', 'ru', 'zh')),
  old_email    text,
  new_email    text,
  claims       bytea,
  document_id  uuid,
  reason       text,
  requested_at timestamptz NOT NULL,
  decide_by    timestamptz,
  decided_by   uuid,
  decided_at   timestamptz,
  confirmed_by uuid,
  happens_at   timestamptz,
  due_at       timestamptz,
  ended_at     timestamptz,
  CONSTRAINT recovery_second_person CHECK (confirmed_by <> decided_by),
  CONSTRAINT recovery_waits CHECK (
    state <> 'waiting' OR (kind = 'email' AND confirmed_by IS NOT NULL AND decided_by IS NOT NULL
      AND person_id IS NOT NULL AND happens_at IS NOT NULL AND due_at IS NOT NULL)),
  CONSTRAINT recovery_due CHECK (due_at IS NULL OR state IN ('unconfirmed', 'open', 'checking', 'waiting')),
  CONSTRAINT recovery_ended CHECK (
    (ended_at IS NOT NULL) = (state IN ('approved', 'done', 'refused', 'stopped')))
);
COMMENT ON COLUMN people.recovery.person_id IS 'null: nobody has the address that was given';
COMMENT ON COLUMN people.recovery.claims IS 'what was said as proof, sealed by the vault';
COMMENT ON COLUMN people.recovery.due_at IS
  'when it is forgotten, the account is told, or the address is replaced';
CREATE INDEX recovery_due ON people.recovery (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX recovery_person ON people.recovery (person_id, id);
-- Anybody can ask for an address that is not theirs, so several may ask; one gets it.
CREATE UNIQUE INDEX recovery_answers ON people.recovery (person_id)
  WHERE kind = 'answers' AND state = 'open';
CREATE UNIQUE INDEX recovery_email ON people.recovery (person_id)
  WHERE kind = 'email' AND state IN ('checking', 'waiting');

CREATE TABLE people.closure (
  id           uuid PRIMARY KEY,
  person_id    uuid NOT NULL REFERENCES people.person,
  state        text NOT NULL CHECK (state IN
                 ('requested', 'prepared', 'closed', 'refused', 'withdrawn')),
  wish         text,
  reason       text,
  requested_at timestamptz NOT NULL,
  decide_by    timestamptz NOT NULL,
  prepared_by  uuid,
  confirmed_by uuid,
  ended_at     timestamptz,
  keep_until   timestamptz,
  erased_at    timestamptz,
  CONSTRAINT closure_second_person CHECK (confirmed_by <> prepared_by),
  CONSTRAINT closure_confirmed CHECK (
    state <> 'closed' OR (prepared_by IS NOT NULL AND confirmed_by IS NOT NULL
      AND keep_until IS NOT NULL)),
  CONSTRAINT closure_ended CHECK (
    (ended_at IS NOT NULL) = (state IN ('closed', 'refused', 'withdrawn')))
);
COMMENT ON COLUMN people.closure.wish IS 'why the person leaves, in their words';
COMMENT ON COLUMN people.closure.reason IS 'why it was refused';
COMMENT ON COLUMN people.closure.keep_until IS 'then the rest is erased too';
COMMENT ON COLUMN people.closure.erased_at IS 'when that was done';
CREATE UNIQUE INDEX closure_open ON people.closure (person_id)
  WHERE state IN ('requested', 'prepared');
CREATE INDEX closure_person ON people.closure (person_id, id);
