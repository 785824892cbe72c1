-- Rates that staff type in: they hold when a second person has agreed.
CREATE TABLE people.typed_rate (
  id       uuid PRIMARY KEY,
  currency text NOT NULL CHECK (currency <> 'EUR'),
  per_euro numeric NOT NULL CHECK (per_euro > 0)
);

ALTER TABLE people.approval DROP CONSTRAINT approval_kind_check,
  ADD CONSTRAINT approval_kind_check CHECK (kind IN
    ('recovery_email', 'closure', 'staff_admin', 'unfreeze', 'resolution', 'payout', 'payout_failed',
     'rate'));
COMMENT ON COLUMN people.approval.subject_id IS
  'the recovery, closure, member of staff, freeze, deposit, payout or typed rate';
