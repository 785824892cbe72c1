-- Double entry: every movement is one immutable row that names the account the money leaves and
-- the account it reaches. Balances are kept beside it, in the same transaction.
CREATE SCHEMA ledger;

CREATE TABLE ledger.account (
  id        uuid PRIMARY KEY,
  code      text NOT NULL,
  currency  text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  balance   bigint NOT NULL,
  floor     bigint,
  opened_at timestamptz NOT NULL,
  CONSTRAINT account_floor CHECK (floor IS NULL OR balance >= floor)
) WITH (fillfactor = 50);
COMMENT ON COLUMN ledger.account.balance IS 'minor units of the currency';
COMMENT ON COLUMN ledger.account.floor IS 'the balance never goes below; null: no floor';

CREATE TABLE ledger.transfer (
  id          uuid PRIMARY KEY,
  set_id      uuid NOT NULL,
  from_id     uuid NOT NULL,
  to_id       uuid NOT NULL,
  amount      bigint NOT NULL CHECK (amount > 0),
  currency    text NOT NULL,
  code        text NOT NULL,
  subject_id  uuid,
  once        text,
  occurred_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT transfer_moves CHECK (from_id <> to_id)
);
COMMENT ON COLUMN ledger.transfer.set_id IS 'transfers of one set succeeded together';
COMMENT ON COLUMN ledger.transfer.subject_id IS 'what the transfer belongs to: a payment, a top-up';
COMMENT ON COLUMN ledger.transfer.once IS 'a business fact that may be recorded one time only';

CREATE INDEX transfer_from ON ledger.transfer (from_id, occurred_at, id);
CREATE INDEX transfer_to ON ledger.transfer (to_id, occurred_at, id);
CREATE UNIQUE INDEX transfer_once ON ledger.transfer (once) WHERE once IS NOT NULL;

-- Corrections are new transfers. This guard holds whatever program is connected.
CREATE FUNCTION ledger.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'transfers are immutable' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER transfer_immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.transfer
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();

-- Ends a transaction in which something is not as it has to be.
CREATE FUNCTION ledger.expect(met boolean) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF NOT met THEN
    RAISE EXCEPTION 'not every account can be moved' USING ERRCODE = 'check_violation';
  END IF;
END $$;
