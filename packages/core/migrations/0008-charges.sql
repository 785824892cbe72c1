-- Card charges: the card part of a checkout, from the wish to pay until the processor was told to
-- take the money. What was authorised is written down before the processor is asked.
CREATE TABLE app.charge (
  id          uuid PRIMARY KEY,
  account_id  uuid NOT NULL,
  checkout_id uuid NOT NULL,
  card_id     uuid NOT NULL,
  currency    text NOT NULL,
  amount      bigint NOT NULL CHECK (amount > 0),
  key         text NOT NULL,
  agreed      text NOT NULL,
  state       text NOT NULL CHECK (state IN
                ('started', 'authorised', 'secured', 'captured', 'declined', 'cancelled')),
  ref         text UNIQUE,
  reason      text,
  bank_url    text,
  created_at  timestamptz NOT NULL,
  secured_at  timestamptz,
  due_at      timestamptz,
  tries       integer NOT NULL DEFAULT 0,
  CONSTRAINT charge_known CHECK (
    state NOT IN ('authorised', 'secured', 'captured') OR ref IS NOT NULL),
  CONSTRAINT charge_secured CHECK (
    (state IN ('secured', 'captured')) = (secured_at IS NOT NULL)),
  CONSTRAINT charge_due CHECK (
    (state NOT IN ('started', 'authorised', 'secured') OR due_at IS NOT NULL)
    AND (state NOT IN ('captured', 'declined') OR due_at IS NULL))
);
COMMENT ON COLUMN app.charge.key IS 'of the form: pressed twice it is the same charge, unless that came to nothing';
COMMENT ON COLUMN app.charge.agreed IS 'JSON: what the buyer authorised, and what was known of them';
COMMENT ON COLUMN app.charge.ref IS 'the name that the processor has for it';
COMMENT ON COLUMN app.charge.bank_url IS 'where the buyer confirms it, if their bank wants them to';
COMMENT ON COLUMN app.charge.reason IS 'why it was declined or cancelled, as a code';
COMMENT ON COLUMN app.charge.due_at IS 'when it is gone on with; of a cancelled one: until the processor knows';
CREATE UNIQUE INDEX charge_key ON app.charge (account_id, key)
  WHERE state NOT IN ('declined', 'cancelled');
-- One card at a time is asked to pay a checkout.
CREATE UNIQUE INDEX charge_open ON app.charge (checkout_id)
  WHERE state IN ('started', 'authorised');
CREATE INDEX charge_due ON app.charge (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX charge_account ON app.charge (account_id, id);

-- What each payment of the checkout got of it.
CREATE TABLE app.charge_part (
  payment_id uuid PRIMARY KEY,
  charge_id  uuid NOT NULL REFERENCES app.charge,
  amount     bigint NOT NULL CHECK (amount > 0)
);
CREATE INDEX charge_part_charge ON app.charge_part (charge_id);
