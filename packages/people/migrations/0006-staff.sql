-- Staff: who they are, what they froze, and what waits for a second one of them.

CREATE TABLE people.staff (
  id            uuid PRIMARY KEY,
  name          text NOT NULL,
  email         text NOT NULL,
  language      text NOT NULL CHECK (language IN ('en', 'ru', 'zh')),
  roles         text[] NOT NULL CHECK (roles <@ ARRAY
                  ['support', 'reviewer', 'arbiter', 'treasurer', 'administrator']),
  password_hash text,
  created_at    timestamptz NOT NULL,
  disabled_at   timestamptz
);
COMMENT ON COLUMN people.staff.password_hash IS 'null: the invitation was not followed yet';
CREATE UNIQUE INDEX staff_email ON people.staff (lower(email));

ALTER TABLE people.session ADD CONSTRAINT session_staff FOREIGN KEY (staff_id)
  REFERENCES people.staff;

-- A person has at most one freeze that is in force; nobody lifts what they put there.
CREATE TABLE people.freeze (
  id          uuid PRIMARY KEY,
  person_id   uuid NOT NULL REFERENCES people.person,
  cause       text NOT NULL,
  reason      text NOT NULL,
  frozen_by   uuid NOT NULL REFERENCES people.staff,
  frozen_at   timestamptz NOT NULL,
  lift_reason text,
  lifted_by   uuid REFERENCES people.staff,
  lifted_at   timestamptz,
  CONSTRAINT freeze_lifted CHECK ((lifted_at IS NULL) = (lifted_by IS NULL)),
  CONSTRAINT freeze_second_person CHECK (lifted_by <> frozen_by)
);
COMMENT ON COLUMN people.freeze.cause IS 'told to the person; the reason is for staff';
CREATE UNIQUE INDEX freeze_in_force ON people.freeze (person_id) WHERE lifted_at IS NULL;

-- What one member of staff wants and another has to agree to.
CREATE TABLE people.approval (
  id             uuid PRIMARY KEY,
  kind           text NOT NULL CHECK (kind IN
                   ('recovery_email', 'closure', 'staff_admin', 'unfreeze')),
  subject_id     uuid NOT NULL,
  person_id      uuid REFERENCES people.person,
  reason         text NOT NULL,
  state          text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'given', 'refused', 'void')),
  requested_by   uuid NOT NULL REFERENCES people.staff,
  requested_at   timestamptz NOT NULL,
  decided_by     uuid REFERENCES people.staff,
  decided_at     timestamptz,
  refusal_reason text,
  CONSTRAINT approval_second_person CHECK (decided_by <> requested_by),
  CONSTRAINT approval_decided CHECK ((state IN ('given', 'refused')) = (decided_by IS NOT NULL))
);
COMMENT ON COLUMN people.approval.subject_id IS 'the recovery, closure, member of staff or freeze';
COMMENT ON COLUMN people.approval.state IS 'void: it was settled in another way';
CREATE UNIQUE INDEX approval_open ON people.approval (kind, subject_id) WHERE state = 'open';

CREATE INDEX staff_case_assigned ON people.staff_case (assigned_to) WHERE closed_at IS NULL;
CREATE INDEX session_staff_seen ON people.session (staff_id, last_seen_at);

-- For the filters of the audit log.
CREATE INDEX audit_entry_action ON people.audit_entry (action, id);
CREATE INDEX audit_entry_at ON people.audit_entry (at);

-- For the search of people by a part of their name.
CREATE INDEX person_name ON people.person
  (lower(coalesce(given_name, '') || ' ' || coalesce(family_name, '')) text_pattern_ops);
CREATE INDEX person_family_name ON people.person
  (lower(coalesce(family_name, '') || ' ' || coalesce(given_name, '')) text_pattern_ops);
CREATE INDEX person_phone_reversed ON people.person (reverse(phone) text_pattern_ops);
CREATE INDEX person_email_prefix ON people.person (lower(email) text_pattern_ops);
