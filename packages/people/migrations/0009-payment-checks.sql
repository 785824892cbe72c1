-- What staff decided about payments that wait for their check. It is kept before it is carried out,
-- so that neither a decision nor its mail is lost when the server stops between the two.
CREATE TABLE people.payment_decision (
  id         uuid PRIMARY KEY,
  leader_id  uuid NOT NULL REFERENCES app.payment,
  decision   text NOT NULL CHECK (decision IN ('approve', 'refuse', 'ask_identity')),
  reason     text NOT NULL,
  decided_by uuid NOT NULL REFERENCES people.staff,
  decided_at timestamptz NOT NULL,
  state      text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'overtaken')),
  ended_at   timestamptz,
  CONSTRAINT payment_decision_ended CHECK ((state = 'open') = (ended_at IS NULL))
);
COMMENT ON COLUMN people.payment_decision.leader_id IS 'the first of the payments paid together';
COMMENT ON COLUMN people.payment_decision.state IS 'overtaken: it ended in another way before';
-- One decision at a time: an identity that is asked for makes way for the next one.
CREATE UNIQUE INDEX payment_decision_open ON people.payment_decision (leader_id)
  WHERE state = 'open';
CREATE INDEX payment_decision_leader ON people.payment_decision (leader_id);

ALTER TABLE people.staff_case DROP CONSTRAINT staff_case_kind_check;
ALTER TABLE people.staff_case ADD CONSTRAINT staff_case_kind_check
  CHECK (kind IN ('identity', 'recovery', 'closure', 'dispute', 'payment_check'));
COMMENT ON COLUMN people.staff_case.subject_id IS
  'the identity check, recovery, closure, dispute, or the first of the payments that are checked';
