-- What staff want done with money that waits, until another agrees and it is carried out.
CREATE TABLE people.resolution_wish (
  id           uuid PRIMARY KEY,
  approval_id  uuid NOT NULL UNIQUE REFERENCES people.approval,
  deposit_id   uuid NOT NULL REFERENCES app.deposit,
  kind         text NOT NULL CHECK (kind IN ('assign', 'return', 'collect', 'write_off')),
  amount       bigint NOT NULL CHECK (amount > 0),
  account_id   uuid REFERENCES app.account,
  state        text NOT NULL CHECK (state IN ('asked', 'agreed', 'done', 'refused', 'failed')),
  failure      text,
  requested_at timestamptz NOT NULL,
  CONSTRAINT wish_of_somebody CHECK ((kind IN ('assign', 'collect')) = (account_id IS NOT NULL)),
  CONSTRAINT wish_failure CHECK ((state = 'failed') = (failure IS NOT NULL))
);
COMMENT ON COLUMN people.resolution_wish.failure IS 'why the money could not be moved, as a code';
CREATE INDEX wish_deposit ON people.resolution_wish (deposit_id);
CREATE INDEX wish_agreed ON people.resolution_wish (requested_at) WHERE state = 'agreed';
-- Of several at once one waits for its second person.
CREATE UNIQUE INDEX wish_asked ON people.resolution_wish (deposit_id)
  WHERE state IN ('asked', 'agreed');

ALTER TABLE people.approval DROP CONSTRAINT approval_kind_check,
  ADD CONSTRAINT approval_kind_check CHECK (kind IN
    ('recovery_email', 'closure', 'staff_admin', 'unfreeze', 'resolution'));
COMMENT ON COLUMN people.approval.subject_id IS
  'the recovery, closure, member of staff, freeze or deposit';
