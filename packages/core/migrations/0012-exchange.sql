-- What money is exchanged at: where a rate comes from, how old it may be, and what is kept of it.
ALTER TABLE app.rate
  ADD COLUMN source text NOT NULL DEFAULT 'ecb' CHECK (source IN ('ecb', 'staff')),
  ADD CONSTRAINT rate_not_of_euro CHECK (currency <> 'EUR');
-- Each batch that pays asks for the newest of each currency.
CREATE INDEX rate_newest ON app.rate (currency, day DESC);

ALTER TABLE app.setting
  ADD COLUMN rate_max_age_days integer CHECK (rate_max_age_days > 0),
  ADD COLUMN spread_bps integer NOT NULL DEFAULT 0 CHECK (spread_bps BETWEEN 0 AND 1000);
COMMENT ON COLUMN app.setting.rate_max_age_days IS 'null: any age, for clocks that are moved';
COMMENT ON COLUMN app.setting.spread_bps IS 'of an exchange, in hundredths of a percent';
-- The bank publishes on its working days: Easter is a pause of four days.
UPDATE app.setting SET rate_max_age_days = 5 WHERE mode = 'live';
ALTER TABLE app.setting ADD CONSTRAINT live_rates_grow_old
  CHECK (mode = 'sandbox' OR rate_max_age_days IS NOT NULL);

ALTER TABLE app.quote
  ADD COLUMN spread_bps integer NOT NULL DEFAULT 0 CHECK (spread_bps BETWEEN 0 AND 1000);

-- When rates were last asked for, and what came of it.
CREATE TABLE app.rate_source (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  asked_at timestamptz NOT NULL,
  problem  text
);
COMMENT ON COLUMN app.rate_source.problem IS 'a code; null: the rates were taken in';
