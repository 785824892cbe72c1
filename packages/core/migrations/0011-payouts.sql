-- A seller's proceeds on their way to a bank account.
CREATE SEQUENCE app.payout_number AS bigint START 1001;
COMMENT ON SEQUENCE app.payout_number IS 'what banks know a payout by';
CREATE SEQUENCE app.payout_batch_number AS bigint START 1001;

-- What was handed to the bank in one file.
CREATE TABLE app.payout_batch (
  id         uuid PRIMARY KEY,
  number     bigint NOT NULL UNIQUE,
  currency   text NOT NULL,
  amount     bigint NOT NULL CHECK (amount > 0),
  count      integer NOT NULL CHECK (count > 0),
  created_at timestamptz NOT NULL
);
COMMENT ON COLUMN app.payout_batch.number IS 'the file of a batch has the same name and the same bytes, whenever it is written';

CREATE TABLE app.payout (
  id           uuid PRIMARY KEY,
  account_id   uuid NOT NULL,
  currency     text NOT NULL,
  amount       bigint NOT NULL CHECK (amount > 0),
  state        text NOT NULL CHECK (state IN
                 ('review', 'queued', 'sent', 'paid', 'returned', 'refused', 'cancelled')),
  review       text CHECK (review IN ('large', 'other_holder')),
  number       bigint NOT NULL UNIQUE,
  reference    text NOT NULL UNIQUE,
  holder       text NOT NULL,
  iban         text NOT NULL,
  bic          text,
  reason       text,
  batch_id     uuid REFERENCES app.payout_batch,
  paid_key     text,
  returned_key text,
  created_at   timestamptz NOT NULL,
  paid_at      timestamptz,
  ended_at     timestamptz,
  CONSTRAINT payout_reviewed CHECK (state <> 'review' OR review IS NOT NULL),
  CONSTRAINT payout_sent CHECK ((state IN ('review', 'queued', 'refused', 'cancelled')) = (batch_id IS NULL)),
  CONSTRAINT payout_open CHECK ((state IN ('review', 'queued', 'sent')) = (ended_at IS NULL)),
  CONSTRAINT payout_paid CHECK (CASE WHEN state = 'returned' THEN true ELSE (state = 'paid') = (paid_at IS NOT NULL) END),
  CONSTRAINT payout_keys CHECK ((paid_key IS NULL OR paid_at IS NOT NULL) AND (returned_key IS NULL OR state = 'returned'))
);
COMMENT ON COLUMN app.payout.review IS 'why a second person looks at it before it is paid';
COMMENT ON COLUMN app.payout.reference IS 'what the bank names it by, end to end';
COMMENT ON COLUMN app.payout.reason IS 'why it was refused or came back';
COMMENT ON COLUMN app.payout.paid_key IS 'the booking by which the bank said that it has paid';
COMMENT ON COLUMN app.payout.returned_key IS 'the booking by which the bank said that it came back';
COMMENT ON COLUMN app.payout.paid_at IS 'when the bank paid it; of a returned one null: it never did';
CREATE INDEX payout_account ON app.payout (account_id, id);
CREATE INDEX payout_open ON app.payout (state, id) WHERE ended_at IS NULL;
CREATE INDEX payout_batch_of ON app.payout (batch_id) WHERE batch_id IS NOT NULL;
