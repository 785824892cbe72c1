-- Further proofs of who somebody is: authenticator apps, passkeys, marketplaces.

-- The secret of an authenticator app; without confirmed_at it was begun, and counts for nothing.
CREATE TABLE people.totp (
  owner_id     uuid PRIMARY KEY,
  secret       bytea NOT NULL,
  last_step    bigint NOT NULL DEFAULT 0,
  created_at   timestamptz NOT NULL,
  confirmed_at timestamptz
);
COMMENT ON COLUMN people.totp.owner_id IS 'a person, or a member of staff';
COMMENT ON COLUMN people.totp.secret IS 'sealed by the vault';
COMMENT ON COLUMN people.totp.last_step IS 'a code of this step of 30 seconds or of an earlier one was used';

-- For the day the phone is lost; good once each.
CREATE TABLE people.recovery_code (
  owner_id  uuid NOT NULL REFERENCES people.totp ON DELETE CASCADE,
  code_hash bytea NOT NULL,
  used_at   timestamptz,
  PRIMARY KEY (owner_id, code_hash)
);
COMMENT ON COLUMN people.recovery_code.code_hash IS 'HMAC of owner and code';

CREATE TABLE people.passkey (
  id            uuid PRIMARY KEY,
  person_id     uuid NOT NULL REFERENCES people.person,
  credential_id text NOT NULL UNIQUE,
  public_key    bytea NOT NULL,
  counter       bigint NOT NULL,
  transports    jsonb NOT NULL DEFAULT '[]',
  synced        boolean NOT NULL,
  name          text NOT NULL,
  created_at    timestamptz NOT NULL,
  last_used_at  timestamptz
);
COMMENT ON COLUMN people.passkey.credential_id IS 'base64url';
COMMENT ON COLUMN people.passkey.counter IS 'never goes back; many keys never count and say 0';
CREATE INDEX passkey_person ON people.passkey (person_id);

-- A marketplace that says who somebody is, by OpenID Connect.
CREATE TABLE people.identity_provider (
  id            text PRIMARY KEY CHECK (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name          text NOT NULL,
  issuer        text NOT NULL,
  client_id     text NOT NULL,
  client_secret bytea NOT NULL,
  enabled       boolean NOT NULL DEFAULT true,
  created_at    timestamptz NOT NULL
);
COMMENT ON COLUMN people.identity_provider.client_secret IS 'sealed by the vault';

-- Whom a provider means by a subject.
CREATE TABLE people.linked_identity (
  provider_id  text NOT NULL REFERENCES people.identity_provider,
  subject      text NOT NULL,
  person_id    uuid NOT NULL REFERENCES people.person,
  email        text,
  linked_at    timestamptz NOT NULL,
  last_used_at timestamptz,
  PRIMARY KEY (provider_id, subject),
  CONSTRAINT linked_identity_once UNIQUE (person_id, provider_id)
);
