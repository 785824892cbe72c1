-- What a person's phone and questions were before they were changed: a thief changes them together
-- with the address, and who takes the address back gets these back with it. Soon forgotten.
CREATE TABLE people.former_detail (
  id          uuid PRIMARY KEY,
  person_id   uuid NOT NULL REFERENCES people.person,
  kind        text NOT NULL CHECK (kind IN ('phone', 'questions')),
  value       jsonb NOT NULL,
  replaced_at timestamptz NOT NULL
);
COMMENT ON COLUMN people.former_detail.value IS
  'the number; or the questions, each with its position and the hash of its answer';
CREATE INDEX former_detail_person ON people.former_detail (person_id, kind, replaced_at);
