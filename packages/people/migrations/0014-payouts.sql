-- Where a seller's proceeds may go.
CREATE TABLE people.bank_account (
  id         uuid PRIMARY KEY,
  person_id  uuid NOT NULL REFERENCES people.person,
  holder     text NOT NULL,
  iban       text NOT NULL,
  bic        text,
  added_at   timestamptz NOT NULL,
  removed_at timestamptz
);
CREATE UNIQUE INDEX bank_account_once ON people.bank_account (person_id, iban) WHERE removed_at IS NULL;

-- Proceeds that are paid out by themselves.
CREATE TABLE people.payout_schedule (
  person_id       uuid PRIMARY KEY REFERENCES people.person,
  every           text NOT NULL CHECK (every IN ('week', 'month')),
  bank_account_id uuid NOT NULL REFERENCES people.bank_account,
  due_at          timestamptz NOT NULL
);
CREATE INDEX payout_schedule_due ON people.payout_schedule (due_at);

-- Files of payouts that were laid where the bank takes them.
CREATE TABLE people.payout_file (
  batch_id uuid PRIMARY KEY REFERENCES app.payout_batch,
  name     text NOT NULL,
  laid_at  timestamptz NOT NULL
);

ALTER TABLE people.approval DROP CONSTRAINT approval_kind_check,
  ADD CONSTRAINT approval_kind_check CHECK (kind IN
    ('recovery_email', 'closure', 'staff_admin', 'unfreeze', 'resolution', 'payout', 'payout_failed'));
COMMENT ON COLUMN people.approval.subject_id IS
  'the recovery, closure, member of staff, freeze, deposit or payout';

ALTER TABLE people.notification_cursor ADD COLUMN payouts_to timestamptz;
COMMENT ON COLUMN people.notification_cursor.payouts_to IS 'payouts that ended until then were told of';
CREATE INDEX payout_ended ON app.payout (ended_at) WHERE ended_at IS NOT NULL;
