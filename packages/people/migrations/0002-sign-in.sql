-- Somebody asked to register with an address; until it is confirmed there is no person.
CREATE TABLE people.registration_request (
  id         uuid PRIMARY KEY,
  token_hash bytea NOT NULL UNIQUE,
  email      text NOT NULL,
  language   text NOT NULL CHECK (language IN ('en', 'ru', 'zh')),
  created_at timestamptz NOT NULL,
  mailed_at  timestamptz NOT NULL,
  closed_at  timestamptz
);
COMMENT ON COLUMN people.registration_request.token_hash IS 'of what the browser that began keeps';
COMMENT ON COLUMN people.registration_request.mailed_at IS 'when the link was last sent';
COMMENT ON COLUMN people.registration_request.closed_at IS 'when the address was confirmed';
CREATE INDEX registration_request_age ON people.registration_request (created_at);

-- A browser that somebody has signed in with before. Several people may share one.
CREATE TABLE people.device (
  id           uuid PRIMARY KEY,
  person_id    uuid NOT NULL REFERENCES people.person,
  token_hash   bytea NOT NULL,
  user_agent   text NOT NULL,
  created_at   timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  CONSTRAINT device_once UNIQUE (person_id, token_hash)
);
CREATE INDEX device_token ON people.device (token_hash);
