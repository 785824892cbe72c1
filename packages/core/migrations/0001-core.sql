CREATE SCHEMA app;

-- Fixed when the database is made, but for the two switches of a sandbox.
CREATE TABLE app.setting (
  only_row         boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  mode             text NOT NULL CHECK (mode IN ('sandbox', 'live')),
  payment_check    text NOT NULL CHECK (payment_check IN ('manual', 'approve')),
  limits           boolean NOT NULL,
  currencies       text[] NOT NULL,
  cursor_key       text NOT NULL,
  clock_offset_ms  bigint NOT NULL DEFAULT 0 CHECK (clock_offset_ms >= 0),
  clock_stands_at  timestamptz,
  created_at       timestamptz NOT NULL,
  CONSTRAINT live_is_strict CHECK (
    mode = 'sandbox'
    OR (payment_check = 'manual' AND limits AND clock_offset_ms = 0 AND clock_stands_at IS NULL))
);
COMMENT ON COLUMN app.setting.clock_stands_at IS 'a clock that is only moved by hand, for replays';

CREATE TABLE app.marketplace (
  id         uuid PRIMARY KEY,
  name       text NOT NULL UNIQUE,
  created_at timestamptz NOT NULL
);

CREATE TABLE app.api_key (
  id             uuid PRIMARY KEY,
  marketplace_id uuid REFERENCES app.marketplace,
  hash           text NOT NULL UNIQUE,
  hint           text NOT NULL,
  created_at     timestamptz NOT NULL,
  revoked_at     timestamptz
);
COMMENT ON COLUMN app.api_key.marketplace_id IS 'null: a key of the operator';
COMMENT ON COLUMN app.api_key.hash IS 'SHA-256 of the key, hex; the key itself is shown once';

-- A person: once per database, whatever marketplace they buy on.
CREATE TABLE app.account (
  id             uuid PRIMARY KEY,
  marketplace_id uuid NOT NULL REFERENCES app.marketplace,
  name           text NOT NULL,
  email          text,
  reference      text,
  level          integer NOT NULL CHECK (level BETWEEN 0 AND 2),
  has_login      boolean NOT NULL,
  created_at     timestamptz NOT NULL
);
COMMENT ON COLUMN app.account.marketplace_id IS 'who created it';
CREATE UNIQUE INDEX account_reference ON app.account (marketplace_id, reference)
  WHERE reference IS NOT NULL;
CREATE INDEX account_list ON app.account (marketplace_id, id);

CREATE TABLE app.checkout (
  id             uuid PRIMARY KEY,
  marketplace_id uuid NOT NULL,
  buyer_id       uuid NOT NULL,
  currency       text NOT NULL,
  total          bigint NOT NULL CHECK (total > 0),
  reference      text,
  created_at     timestamptz NOT NULL
);
CREATE UNIQUE INDEX checkout_reference ON app.checkout (marketplace_id, reference)
  WHERE reference IS NOT NULL;

-- Amounts in minor units of the payment's currency.
CREATE TABLE app.payment (
  id                      uuid PRIMARY KEY,
  marketplace_id          uuid NOT NULL,
  checkout_id             uuid,
  buyer_id                uuid NOT NULL,
  seller_id               uuid NOT NULL,
  wallet_id               uuid NOT NULL,
  proceeds_id             uuid NOT NULL,
  reference               text,
  description             text,
  metadata                text NOT NULL,
  kind                    text NOT NULL
    CHECK (kind IN ('standard', 'cross_border', 'virtual', 'auto_delivered')),
  currency                text NOT NULL,
  amount                  bigint NOT NULL CHECK (amount > 0),
  coupon                  bigint NOT NULL CHECK (coupon BETWEEN 0 AND amount),
  commission_basis_points integer NOT NULL CHECK (commission_basis_points BETWEEN 0 AND 10000),
  commission_fixed        bigint NOT NULL CHECK (commission_fixed >= 0),
  pay_within_ms           bigint NOT NULL,
  ship_within_ms          bigint NOT NULL,
  confirm_within_ms       bigint NOT NULL,
  inspect_within_ms       bigint NOT NULL,
  state                   text NOT NULL,
  due_kind                text,
  due_at                  timestamptz,
  extended                boolean NOT NULL,
  paused_ms               bigint,
  dispute_id              uuid,
  carrier                 text,
  tracking                text,
  reason                  text,
  secured                 bigint NOT NULL,
  in_escrow               bigint NOT NULL CHECK (in_escrow >= 0),
  to_seller               bigint NOT NULL CHECK (to_seller >= 0),
  commission              bigint NOT NULL CHECK (commission >= 0),
  to_buyer                bigint NOT NULL CHECK (to_buyer >= 0),
  to_promotions           bigint NOT NULL CHECK (to_promotions >= 0),
  charged_back            bigint NOT NULL CHECK (charged_back >= 0),
  claimed                 bigint NOT NULL,
  claimed_fees            bigint NOT NULL,
  claimed_to_buyer        bigint NOT NULL,
  limit_base              bigint NOT NULL CHECK (limit_base >= 0),
  limit_counted           bigint NOT NULL CHECK (limit_counted BETWEEN 0 AND limit_base),
  created_at              timestamptz NOT NULL,
  paid_at                 timestamptz,
  shipped_at              timestamptz,
  delivered_at            timestamptz,
  closed_at               timestamptz,
  CONSTRAINT payment_sides CHECK (buyer_id <> seller_id),
  CONSTRAINT payment_money_adds_up CHECK (
    secured = to_seller + commission + to_buyer + to_promotions + charged_back + in_escrow),
  CONSTRAINT payment_secured CHECK (secured IN (0, amount) AND (secured > 0) = (paid_at IS NOT NULL)),
  CONSTRAINT payment_coupon_returned CHECK (
    to_promotions + claimed - claimed_to_buyer <= coupon AND to_buyer + claimed_to_buyer <= amount - coupon),
  CONSTRAINT payment_claim_bound CHECK (
    claimed BETWEEN 0 AND to_seller + commission
    AND claimed_fees BETWEEN 0 AND commission
    AND claimed_to_buyer BETWEEN 0 AND claimed),
  CONSTRAINT payment_state CHECK (CASE state
    WHEN 'requires_payment' THEN secured = 0 AND closed_at IS NULL
    WHEN 'verifying' THEN in_escrow > 0 AND closed_at IS NULL
    WHEN 'held' THEN in_escrow > 0 AND closed_at IS NULL
    WHEN 'shipped' THEN in_escrow > 0 AND closed_at IS NULL AND shipped_at IS NOT NULL
    WHEN 'delivered' THEN in_escrow > 0 AND closed_at IS NULL AND delivered_at IS NOT NULL
    WHEN 'disputed' THEN in_escrow > 0 AND closed_at IS NULL AND dispute_id IS NOT NULL
    WHEN 'released' THEN in_escrow = 0 AND closed_at IS NOT NULL AND to_seller + commission = secured
    WHEN 'split' THEN in_escrow = 0 AND closed_at IS NOT NULL AND to_seller + commission > 0
      AND to_buyer + to_promotions > 0
    WHEN 'refunded' THEN in_escrow = 0 AND closed_at IS NOT NULL AND to_seller + commission = 0
    WHEN 'cancelled' THEN in_escrow = 0 AND closed_at IS NOT NULL AND to_seller + commission = 0
    WHEN 'expired' THEN secured = 0 AND closed_at IS NOT NULL
    ELSE false END),
  CONSTRAINT payment_due CHECK (
    (due_kind IS NULL) = (due_at IS NULL)
    AND (due_at IS NOT NULL) = (closed_at IS NULL AND state <> 'disputed'))
) WITH (fillfactor = 60);
COMMENT ON COLUMN app.payment.reason IS 'the last one given with a refusal, cancellation or refund';
CREATE UNIQUE INDEX payment_reference ON app.payment (marketplace_id, reference)
  WHERE reference IS NOT NULL;
CREATE INDEX payment_checkout ON app.payment (checkout_id) WHERE checkout_id IS NOT NULL;
CREATE INDEX payment_list ON app.payment (marketplace_id, id);
CREATE INDEX payment_buyer ON app.payment (buyer_id, id);
CREATE INDEX payment_seller ON app.payment (seller_id, id);

CREATE TABLE app.dispute (
  id             uuid PRIMARY KEY,
  payment_id     uuid NOT NULL,
  marketplace_id uuid NOT NULL,
  kind           text NOT NULL CHECK (kind IN ('dispute', 'claim')),
  state          text NOT NULL CHECK (state IN ('awaiting_seller', 'negotiating', 'awaiting_return',
                   'return_shipped', 'escalated', 'decided', 'closed')),
  outcome        text,
  reason         text NOT NULL,
  message        text,
  currency       text NOT NULL,
  claimed        bigint NOT NULL CHECK (claimed > 0),
  document       text NOT NULL,
  due_at         timestamptz,
  opened_at      timestamptz NOT NULL,
  closed_at      timestamptz,
  CONSTRAINT dispute_closed CHECK (
    (state = 'closed') = (closed_at IS NOT NULL) AND (state = 'closed') = (outcome IS NOT NULL)),
  CONSTRAINT dispute_due CHECK ((due_at IS NULL) = (state IN ('escalated', 'closed')))
);
COMMENT ON COLUMN app.dispute.document IS 'JSON: offers, agreement, decision and return';
-- A payment has one open dispute at a time.
CREATE UNIQUE INDEX dispute_open ON app.dispute (payment_id) WHERE state <> 'closed';
CREATE INDEX dispute_list ON app.dispute (marketplace_id, id);
CREATE INDEX dispute_payment ON app.dispute (payment_id);

-- A price in another currency, for one payment or checkout, until it expires.
CREATE TABLE app.quote (
  id            uuid PRIMARY KEY,
  subject_id    uuid NOT NULL,
  buyer_id      uuid NOT NULL,
  wallet_id     uuid NOT NULL,
  pays_currency text NOT NULL,
  pays          bigint NOT NULL CHECK (pays > 0),
  buys_currency text NOT NULL,
  buys          bigint NOT NULL CHECK (buys > 0),
  rate          text NOT NULL,
  rate_day      date NOT NULL,
  expires_at    timestamptz NOT NULL,
  created_at    timestamptz NOT NULL
);
COMMENT ON COLUMN app.quote.subject_id IS 'the payment or checkout that it pays';
COMMENT ON COLUMN app.quote.wallet_id IS 'the wallet it is paid from';

-- Units of the currency for one euro, as the European Central Bank publishes them.
CREATE TABLE app.rate (
  day      date NOT NULL,
  currency text NOT NULL,
  per_euro numeric NOT NULL CHECK (per_euro > 0),
  PRIMARY KEY (day, currency)
);

CREATE TABLE app.top_up (
  id         uuid PRIMARY KEY,
  account_id uuid NOT NULL,
  rail       text NOT NULL,
  currency   text NOT NULL,
  amount     bigint NOT NULL CHECK (amount > 0),
  created_at timestamptz NOT NULL
);

-- What the clock will do: one row per payment or dispute that has something due.
CREATE TABLE app.timer (
  subject_id uuid PRIMARY KEY,
  kind       text NOT NULL,
  due_at     timestamptz NOT NULL
) WITH (fillfactor = 70);
CREATE INDEX timer_due ON app.timer (due_at);

-- The first answer to every key, byte for byte.
CREATE TABLE app.idempotency (
  id          uuid PRIMARY KEY,
  fingerprint uuid NOT NULL,
  status      integer NOT NULL,
  body        text,
  event_id    uuid,
  created_at  timestamptz NOT NULL,
  CONSTRAINT idempotency_body CHECK ((body IS NULL) = (event_id IS NOT NULL))
);
COMMENT ON COLUMN app.idempotency.event_id IS 'the answer is the object that this event carries';
CREATE INDEX idempotency_age ON app.idempotency USING brin (created_at);

CREATE TABLE app.event (
  id             uuid PRIMARY KEY,
  marketplace_id uuid NOT NULL,
  type           text NOT NULL,
  subject_id     uuid NOT NULL,
  body           text NOT NULL,
  occurred_at    timestamptz NOT NULL,
  position       bigint GENERATED ALWAYS AS IDENTITY
);
COMMENT ON COLUMN app.event.position IS
  'given under a lock that is held until the commit: whoever has seen one has seen all before it';
CREATE UNIQUE INDEX event_position ON app.event (position);
CREATE INDEX event_list ON app.event (marketplace_id, position);

CREATE TABLE app.webhook_endpoint (
  id              uuid PRIMARY KEY,
  marketplace_id  uuid NOT NULL REFERENCES app.marketplace,
  url             text NOT NULL,
  events          text[] NOT NULL,
  description     text,
  enabled         boolean NOT NULL,
  disabled_reason text,
  secret          text NOT NULL,
  old_secret      text,
  old_secret_until timestamptz,
  private_key     text NOT NULL,
  public_key      text NOT NULL,
  failing_since   timestamptz,
  failures        integer NOT NULL DEFAULT 0,
  created_at      timestamptz NOT NULL
);
COMMENT ON COLUMN app.webhook_endpoint.failing_since IS 'the first attempt that failed since one succeeded';
COMMENT ON COLUMN app.webhook_endpoint.failures IS 'deliveries given up since one succeeded';
CREATE INDEX webhook_endpoint_list ON app.webhook_endpoint (marketplace_id, id);

CREATE TABLE app.webhook_delivery (
  endpoint_id     uuid NOT NULL REFERENCES app.webhook_endpoint ON DELETE CASCADE,
  event_id        uuid NOT NULL,
  state           text NOT NULL CHECK (state IN ('pending', 'delivered', 'failed')),
  attempts        integer NOT NULL,
  earlier_attempts integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz,
  leased_until    timestamptz,
  PRIMARY KEY (endpoint_id, event_id)
) WITH (fillfactor = 70);
COMMENT ON COLUMN app.webhook_delivery.earlier_attempts IS 'made before the last replay, which starts the retries anew';
COMMENT ON COLUMN app.webhook_delivery.leased_until IS 'real time: until then one process is sending it';
CREATE INDEX webhook_delivery_due ON app.webhook_delivery (endpoint_id, next_attempt_at, event_id)
  WHERE state = 'pending';
CREATE INDEX webhook_delivery_leased ON app.webhook_delivery (endpoint_id)
  WHERE leased_until IS NOT NULL;

CREATE TABLE app.webhook_attempt (
  endpoint_id uuid NOT NULL,
  event_id    uuid NOT NULL,
  number      integer NOT NULL,
  at          timestamptz NOT NULL,
  status      integer,
  error       text,
  duration_ms integer NOT NULL,
  PRIMARY KEY (endpoint_id, event_id, number),
  FOREIGN KEY (endpoint_id, event_id) REFERENCES app.webhook_delivery ON DELETE CASCADE
);
