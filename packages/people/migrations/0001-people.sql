-- People who sign in, and staff. A person's id is the id of their money account, which is opened
-- when the registration is complete.
CREATE SCHEMA people;

CREATE TABLE people.person (
  id                    uuid PRIMARY KEY,
  email                 text NOT NULL,
  language              text NOT NULL CHECK (language IN ('en', 'ru', 'zh')),
  given_name            text,
  family_name           text,
  country               text CHECK (country ~ '^[A-Z]{2}$'),
  region                text,
  city                  text,
  postal_code           text,
  street                text,
  document_type         text CHECK (document_type IN
                          ('passport', 'driving_licence', 'identity_card', 'residence_permit')),
  document_number       bytea,
  document_fingerprint  bytea,
  phone                 text CHECK (phone ~ '^\+[1-9]\d{1,14}$'),
  password_hash         text,
  payment_password_hash text,
  refund_consent_text   text,
  refund_consent_at     timestamptz,
  notices               jsonb NOT NULL DEFAULT '{}',
  email_confirmed_at    timestamptz NOT NULL,
  registered_at         timestamptz,
  closed_at             timestamptz,
  created_at            timestamptz NOT NULL,
  CONSTRAINT person_registered CHECK (registered_at IS NULL OR closed_at IS NOT NULL OR (
    given_name IS NOT NULL AND family_name IS NOT NULL AND country IS NOT NULL
    AND phone IS NOT NULL AND password_hash IS NOT NULL AND payment_password_hash IS NOT NULL
    AND refund_consent_at IS NOT NULL))
);
COMMENT ON COLUMN people.person.email IS 'as written; compared without regard to case';
COMMENT ON COLUMN people.person.document_number IS 'sealed by the vault';
COMMENT ON COLUMN people.person.document_fingerprint IS 'HMAC of issuer, type and number: one document, one person';
COMMENT ON COLUMN people.person.registered_at IS 'null: the registration is not finished';
COMMENT ON COLUMN people.person.notices IS 'which notices are wanted, by kind';
CREATE UNIQUE INDEX person_email ON people.person (lower(email)) WHERE closed_at IS NULL;
CREATE UNIQUE INDEX person_phone ON people.person (phone) WHERE closed_at IS NULL;
CREATE UNIQUE INDEX person_document ON people.person (document_fingerprint) WHERE closed_at IS NULL;

-- Answers to security questions, Argon2id of the normalised answer.
CREATE TABLE people.security_answer (
  person_id   uuid NOT NULL REFERENCES people.person,
  position    integer NOT NULL CHECK (position BETWEEN 1 AND 3),
  question    text NOT NULL,
  answer_hash text NOT NULL,
  PRIMARY KEY (person_id, position),
  UNIQUE (person_id, question)
);

-- A session is a random token of which only the hash is kept. `registering` sessions reach nothing
-- but the rest of the registration; `half` ones wait for the second factor.
CREATE TABLE people.session (
  id           uuid PRIMARY KEY,
  token_hash   bytea NOT NULL UNIQUE,
  person_id    uuid REFERENCES people.person,
  staff_id     uuid,
  kind         text NOT NULL CHECK (kind IN ('registering', 'half', 'full')),
  device_id    uuid,
  ip           text NOT NULL,
  user_agent   text NOT NULL,
  created_at   timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL,
  ended_at     timestamptz,
  CONSTRAINT session_of_one CHECK ((person_id IS NULL) <> (staff_id IS NULL))
);
CREATE INDEX session_person ON people.session (person_id) WHERE ended_at IS NULL;
CREATE INDEX session_staff ON people.session (staff_id) WHERE ended_at IS NULL;

-- A link in a mail: a random token, good once.
CREATE TABLE people.link (
  token_hash bytea PRIMARY KEY,
  purpose    text NOT NULL,
  subject_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at    timestamptz
);
CREATE INDEX link_subject ON people.link (subject_id, purpose);

-- A code in an SMS: the newest of a purpose counts, and only a few tries.
CREATE TABLE people.code (
  id         uuid PRIMARY KEY,
  person_id  uuid NOT NULL REFERENCES people.person,
  purpose    text NOT NULL,
  phone      text NOT NULL,
  code_hash  bytea NOT NULL,
  tries      integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at    timestamptz
);
CREATE INDEX code_person ON people.code (person_id, purpose, created_at);

-- How often something was tried. A try is counted before it is checked.
CREATE TABLE people.throttle (
  key          text PRIMARY KEY,
  tries        integer NOT NULL,
  locks        integer NOT NULL DEFAULT 0,
  since        timestamptz NOT NULL,
  locked_until timestamptz
);

-- Challenges that are good once: captchas that were used, passkey ceremonies under way.
CREATE TABLE people.challenge (
  id         text PRIMARY KEY,
  purpose    text NOT NULL,
  data       jsonb NOT NULL DEFAULT '{}',
  expires_at timestamptz NOT NULL
);

-- What is told to people outside the apps. The content is sealed, and erased once it was sent.
CREATE TABLE people.message (
  id           uuid PRIMARY KEY,
  channel      text NOT NULL CHECK (channel IN ('mail', 'sms')),
  recipient    text NOT NULL,
  content      bytea,
  created_at   timestamptz NOT NULL,
  due_at       timestamptz,
  attempts     integer NOT NULL DEFAULT 0,
  sent_at      timestamptz,
  last_failure text
);
COMMENT ON COLUMN people.message.due_at IS 'null: sent, or given up';
CREATE INDEX message_due ON people.message (due_at) WHERE due_at IS NOT NULL;

-- What happened to an account, as its owner and staff may read it.
CREATE TABLE people.history (
  id         uuid PRIMARY KEY,
  person_id  uuid NOT NULL REFERENCES people.person,
  kind       text NOT NULL,
  detail     jsonb NOT NULL DEFAULT '{}',
  ip         text,
  user_agent text,
  at         timestamptz NOT NULL
);
CREATE INDEX history_person ON people.history (person_id, id);

-- What staff looked at and decided. Never changed.
CREATE TABLE people.audit_entry (
  id         uuid PRIMARY KEY,
  staff_id   uuid NOT NULL,
  action     text NOT NULL,
  person_id  uuid,
  subject_id uuid,
  detail     jsonb NOT NULL DEFAULT '{}',
  ip         text NOT NULL,
  at         timestamptz NOT NULL
);
CREATE INDEX audit_entry_person ON people.audit_entry (person_id, id);
CREATE INDEX audit_entry_staff ON people.audit_entry (staff_id, id);
CREATE FUNCTION people.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit entries are immutable' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER audit_entry_immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON people.audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION people.refuse_change();

-- A case in the queues of staff: an identity check, a recovery, a closure.
CREATE TABLE people.staff_case (
  id          uuid PRIMARY KEY,
  kind        text NOT NULL CHECK (kind IN ('identity', 'recovery', 'closure')),
  subject_id  uuid NOT NULL UNIQUE,
  person_id   uuid REFERENCES people.person,
  opened_at   timestamptz NOT NULL,
  due_at      timestamptz NOT NULL,
  assigned_to uuid,
  closed_at   timestamptz
);
COMMENT ON COLUMN people.staff_case.subject_id IS 'the identity check, recovery or closure';
CREATE INDEX staff_case_open ON people.staff_case (due_at) WHERE closed_at IS NULL;

-- Which secret the sealed values of this database belong to.
CREATE TABLE people.vault (
  one         boolean PRIMARY KEY DEFAULT true CHECK (one),
  fingerprint bytea NOT NULL
);
