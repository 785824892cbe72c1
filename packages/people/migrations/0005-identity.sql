-- Pictures of documents. Content and preview are sealed by the vault.
CREATE TABLE people.document (
  id          uuid PRIMARY KEY,
  person_id   uuid NOT NULL REFERENCES people.person,
  subject_id  uuid NOT NULL,
  side        text NOT NULL CHECK (side IN ('front', 'back', 'selfie')),
  content     bytea,
  preview     bytea,
  width       integer NOT NULL CHECK (width > 0),
  height      integer NOT NULL CHECK (height > 0),
  created_at  timestamptz NOT NULL,
  replaced_at timestamptz,
  erased_at   timestamptz,
  CONSTRAINT document_erased CHECK (
    (content IS NULL) = (erased_at IS NOT NULL) AND (preview IS NULL) = (erased_at IS NOT NULL))
);
COMMENT ON COLUMN people.document.subject_id IS 'the identity check or recovery it was sent for';
COMMENT ON COLUMN people.document.replaced_at IS 'since when a newer one of the same side counts';
CREATE UNIQUE INDEX document_side ON people.document (subject_id, side) WHERE replaced_at IS NULL;
CREATE INDEX document_person ON people.document (person_id);

-- A person proving who they are. An approved check is what level 2 rests on until it is ended: by a
-- newer one, or by the expiry of the document.
CREATE TABLE people.identity_check (
  id            uuid PRIMARY KEY,
  person_id     uuid NOT NULL REFERENCES people.person,
  document_type text NOT NULL CHECK (document_type IN
                  ('passport', 'driving_licence', 'identity_card', 'residence_permit')),
  state         text NOT NULL CHECK (state IN ('collecting', 'reading', 'to_confirm', 'submitted',
                  'more_needed', 'approved', 'refused', 'withdrawn')),
  version       integer NOT NULL DEFAULT 1,
  reading       text NOT NULL DEFAULT 'not_yet' CHECK (reading IN
                  ('not_yet', 'under_way', 'read', 'unreadable', 'nothing_to_read')),
  attempts      integer NOT NULL DEFAULT 0,
  data          bytea,
  verdicts      jsonb NOT NULL DEFAULT '[]',
  consent_text  text,
  reason_code   text,
  reason_words  text,
  asked_sides   text[] NOT NULL DEFAULT '{}',
  created_at    timestamptz NOT NULL,
  submitted_at  timestamptz,
  decided_at    timestamptz,
  decided_by    uuid,
  expires_on    date,
  level_before  integer CHECK (level_before BETWEEN 0 AND 1),
  ended_at      timestamptz,
  due_at        timestamptz,
  CONSTRAINT identity_check_read CHECK ((state = 'reading') = (reading = 'under_way')),
  CONSTRAINT identity_check_consent CHECK (submitted_at IS NULL OR consent_text IS NOT NULL),
  CONSTRAINT identity_check_submitted CHECK (
    state NOT IN ('submitted', 'more_needed', 'approved', 'refused') OR submitted_at IS NOT NULL),
  CONSTRAINT identity_check_decided CHECK (
    (state IN ('approved', 'refused', 'withdrawn')) = (decided_at IS NOT NULL)),
  CONSTRAINT identity_check_decided_by_staff CHECK (
    state NOT IN ('approved', 'refused') OR decided_by IS NOT NULL),
  CONSTRAINT identity_check_due CHECK (due_at IS NULL OR state = 'reading'
    OR (state = 'approved' AND ended_at IS NULL AND expires_on IS NOT NULL)),
  CONSTRAINT identity_check_level CHECK ((state = 'approved') = (level_before IS NOT NULL))
);
COMMENT ON COLUMN people.identity_check.data IS 'sealed: what was read, and what was confirmed';
COMMENT ON COLUMN people.identity_check.attempts IS 'how often its pictures were being read';
COMMENT ON COLUMN people.identity_check.level_before IS 'to go back to when the document expires';
COMMENT ON COLUMN people.identity_check.due_at IS 'when it is read, or its expiry is spoken of next';
CREATE INDEX identity_check_person ON people.identity_check (person_id, id);
CREATE UNIQUE INDEX identity_check_open ON people.identity_check (person_id)
  WHERE state IN ('collecting', 'reading', 'to_confirm', 'submitted', 'more_needed');
CREATE UNIQUE INDEX identity_check_standing ON people.identity_check (person_id)
  WHERE state = 'approved' AND ended_at IS NULL;
CREATE INDEX identity_check_due ON people.identity_check (due_at) WHERE due_at IS NOT NULL;
