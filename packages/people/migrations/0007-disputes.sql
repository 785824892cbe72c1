-- What the two sides of a dispute show. Content and preview are sealed by the vault.
CREATE TABLE people.evidence (
  id         uuid PRIMARY KEY,
  dispute_id uuid NOT NULL REFERENCES app.dispute,
  person_id  uuid NOT NULL REFERENCES people.person,
  side       text NOT NULL CHECK (side IN ('buyer', 'seller')),
  kind       text NOT NULL CHECK (kind IN ('picture', 'document', 'video')),
  media_type text NOT NULL,
  note       text,
  bytes      integer NOT NULL CHECK (bytes > 0),
  content    bytea NOT NULL,
  preview    bytea,
  created_at timestamptz NOT NULL,
  CONSTRAINT evidence_preview CHECK ((kind = 'video') = (preview IS NULL))
);
COMMENT ON COLUMN people.evidence.bytes IS 'of the file as it is given out';
CREATE INDEX evidence_dispute ON people.evidence (dispute_id, id);
CREATE INDEX evidence_person ON people.evidence (person_id);

-- Who gave which decision on a dispute, kept before it is carried out. A member stands here once
-- for a dispute: whoever decided first can not decide upon the appeal.
CREATE TABLE people.dispute_ruling (
  dispute_id uuid NOT NULL REFERENCES app.dispute,
  staff_id   uuid NOT NULL REFERENCES people.staff,
  round      integer NOT NULL CHECK (round IN (1, 2)),
  given_at   timestamptz NOT NULL,
  done_at    timestamptz,
  PRIMARY KEY (dispute_id, staff_id)
);

COMMENT ON COLUMN people.dispute_ruling.done_at IS 'when it was carried out and told to the audit log';

ALTER TABLE people.staff_case DROP CONSTRAINT staff_case_kind_check;
ALTER TABLE people.staff_case ADD CONSTRAINT staff_case_kind_check
  CHECK (kind IN ('identity', 'recovery', 'closure', 'dispute'));
COMMENT ON COLUMN people.staff_case.subject_id IS 'the identity check, recovery, closure or dispute';

-- The disputes that wait for a decision, and since when: few of many.
CREATE INDEX dispute_escalated ON app.dispute (id) WHERE state = 'escalated';
CREATE INDEX event_escalated ON app.event (subject_id, position)
  WHERE type IN ('dispute.escalated', 'dispute.appealed');
