-- Money that comes in. What a person wants to bring (top_up), what a rail says has arrived
-- (deposit), and what of it was credited to a wallet (credit).
ALTER TABLE app.top_up RENAME TO credit;
ALTER TABLE app.credit RENAME CONSTRAINT top_up_pkey TO credit_pkey;

CREATE SEQUENCE app.top_up_number AS bigint START 1001 MAXVALUE 2147483647;
COMMENT ON SEQUENCE app.top_up_number IS 'what payers and rails know a top-up by: fits every rail';

CREATE TABLE app.top_up (
  id           uuid PRIMARY KEY,
  account_id   uuid NOT NULL,
  marketplace_id uuid,
  rail         text NOT NULL CHECK (rail IN
                 ('webmoney', 'bank_transfer', 'western_union', 'boleto', 'card')),
  currency     text NOT NULL,
  amount       bigint NOT NULL CHECK (amount > 0),
  fee          bigint NOT NULL CHECK (fee >= 0),
  arrived      bigint NOT NULL CHECK (arrived >= 0),
  base         bigint NOT NULL CHECK (base >= 0),
  state        text NOT NULL CHECK (state IN ('awaiting', 'credited', 'expired', 'cancelled')),
  number       bigint UNIQUE,
  reference    text,
  reference_id uuid UNIQUE,
  details      text NOT NULL,
  created_at   timestamptz NOT NULL,
  expires_at   timestamptz,
  ended_at     timestamptz,
  CONSTRAINT top_up_arrived CHECK (arrived <= amount AND (state = 'credited') = (arrived = amount)),
  CONSTRAINT top_up_open CHECK ((state = 'awaiting') = (ended_at IS NULL)),
  CONSTRAINT top_up_expires CHECK (state <> 'awaiting' OR expires_at IS NOT NULL),
  CONSTRAINT top_up_reference CHECK ((reference IS NULL) = (reference_id IS NULL))
);
COMMENT ON COLUMN app.top_up.marketplace_id IS 'who is told of it; null: the person themselves announced it';
COMMENT ON COLUMN app.top_up.fee IS 'what a third party charges the payer on top: shown, never posted';
COMMENT ON COLUMN app.top_up.base IS 'the amount at the day''s rate, in minor units of the limits'' currency';
COMMENT ON COLUMN app.top_up.number IS 'null: made and credited at once, in a sandbox';
COMMENT ON COLUMN app.top_up.reference IS 'what the rail will name it by; null: not known yet';
COMMENT ON COLUMN app.top_up.reference_id IS 'hash of rail and reference';
COMMENT ON COLUMN app.top_up.details IS 'JSON object of texts: what the rail asks of the payer';
CREATE INDEX top_up_account ON app.top_up (account_id, id);
CREATE INDEX top_up_open ON app.top_up (expires_at) WHERE state = 'awaiting';

INSERT INTO app.top_up (id, account_id, rail, currency, amount, fee, arrived, base, state, details,
    created_at, ended_at)
  SELECT id, account_id, rail, currency, amount, 0, amount, 0, 'credited', '{}', created_at,
    created_at FROM app.credit;

-- A file of a rail, taken in whole or not at all.
CREATE TABLE app.rail_file (
  id          uuid PRIMARY KEY,
  hash        text NOT NULL UNIQUE,
  name        text NOT NULL,
  format      text NOT NULL,
  rail        text NOT NULL,
  summary     text NOT NULL,
  imported_by text NOT NULL,
  imported_at timestamptz NOT NULL,
  finished_at timestamptz
);
COMMENT ON COLUMN app.rail_file.hash IS 'SHA-256 of its bytes, hex: the same file changes nothing';
COMMENT ON COLUMN app.rail_file.summary IS 'JSON: how many entries there were, and what became of them';
COMMENT ON COLUMN app.rail_file.finished_at IS 'null: it is being taken in, or that was interrupted; then it is gone on with';

CREATE TABLE app.deposit (
  id            uuid PRIMARY KEY,
  key_id        uuid NOT NULL UNIQUE,
  rail          text NOT NULL CHECK (rail IN
                  ('webmoney', 'bank_transfer', 'western_union', 'boleto', 'card')),
  kind          text NOT NULL CHECK (kind IN ('arrival', 'reversal')),
  key           text NOT NULL,
  currency      text NOT NULL,
  amount        bigint NOT NULL CHECK (amount > 0),
  fee           bigint NOT NULL CHECK (fee >= 0 AND fee <= amount),
  open          bigint NOT NULL CHECK (open >= 0 AND open <= amount),
  doubt         text,
  top_up_id     uuid REFERENCES app.top_up,
  reverses_id   uuid REFERENCES app.deposit,
  account_id    uuid,
  wallet_id     uuid,
  reference     text,
  payer         text,
  payer_account text,
  note          text,
  place         text,
  file_id       uuid REFERENCES app.rail_file,
  settled_at    timestamptz,
  settlement_id uuid,
  created_at    timestamptz NOT NULL,
  CONSTRAINT deposit_doubt CHECK (doubt IS NOT NULL OR open = 0),
  CONSTRAINT deposit_reversal CHECK (kind = 'reversal' OR reverses_id IS NULL),
  CONSTRAINT deposit_fee CHECK (fee = 0 OR settled_at IS NOT NULL)
);
COMMENT ON COLUMN app.deposit.key_id IS 'hash of rail and key: the same money counts once';
COMMENT ON COLUMN app.deposit.fee IS 'what the rail kept of it when it paid the operator';
COMMENT ON COLUMN app.deposit.open IS 'what of it waits for staff: in suspense, or not covered';
COMMENT ON COLUMN app.deposit.doubt IS 'why it was not credited by itself';
COMMENT ON COLUMN app.deposit.settled_at IS 'when the rail paid the operator';
CREATE INDEX deposit_open ON app.deposit (created_at) WHERE open > 0;
CREATE INDEX deposit_top_up ON app.deposit (top_up_id);
CREATE INDEX deposit_unsettled ON app.deposit (rail, currency, created_at) WHERE settled_at IS NULL;
CREATE INDEX deposit_newest ON app.deposit (created_at DESC, id DESC);

ALTER TABLE app.credit
  ADD COLUMN top_up_id uuid REFERENCES app.top_up,
  ADD COLUMN deposit_id uuid REFERENCES app.deposit;
UPDATE app.credit SET top_up_id = id;
CREATE INDEX credit_deposit ON app.credit (deposit_id) WHERE deposit_id IS NOT NULL;
CREATE INDEX credit_top_up ON app.credit (top_up_id) WHERE top_up_id IS NOT NULL;

-- What staff did with money that waited, in parts or whole.
CREATE TABLE app.resolution (
  id         uuid PRIMARY KEY,
  deposit_id uuid NOT NULL REFERENCES app.deposit,
  kind       text NOT NULL CHECK (kind IN ('assign', 'return', 'collect', 'write_off')),
  amount     bigint NOT NULL CHECK (amount > 0),
  account_id uuid,
  created_at timestamptz NOT NULL,
  CONSTRAINT resolution_of_somebody CHECK ((kind IN ('assign', 'collect')) = (account_id IS NOT NULL))
);
CREATE INDEX resolution_deposit ON app.resolution (deposit_id);

-- What a rail paid the operator for money that it had reported before.
CREATE TABLE app.settlement (
  id         uuid PRIMARY KEY,
  rail       text NOT NULL,
  currency   text NOT NULL,
  paid       bigint NOT NULL CHECK (paid >= 0),
  fee        bigint NOT NULL CHECK (fee >= 0),
  reference  text NOT NULL,
  created_at timestamptz NOT NULL,
  UNIQUE (rail, reference),
  CHECK (paid + fee > 0)
);
ALTER TABLE app.deposit ADD FOREIGN KEY (settlement_id) REFERENCES app.settlement;
ALTER TABLE app.charge
  ADD COLUMN settlement_id uuid REFERENCES app.settlement,
  ADD CONSTRAINT charge_settled CHECK (settlement_id IS NULL OR state = 'captured');
CREATE INDEX charge_unsettled ON app.charge (currency, secured_at)
  WHERE secured_at IS NOT NULL AND settlement_id IS NULL;
