-- People who sign in belong to no marketplace. Staff can freeze an account, and after a recovery its
-- money rests for a while; money that comes back is let in either way.
ALTER TABLE app.account ALTER COLUMN marketplace_id DROP NOT NULL;
ALTER TABLE app.account
  ADD COLUMN frozen_at     timestamptz,
  ADD COLUMN resting_until timestamptz,
  ADD COLUMN closed_at     timestamptz,
  ADD CONSTRAINT account_creator CHECK (has_login OR marketplace_id IS NOT NULL);
COMMENT ON COLUMN app.account.marketplace_id IS 'who created it; null: the person registered';
COMMENT ON COLUMN app.account.frozen_at IS 'since when staff let nothing be spent';
COMMENT ON COLUMN app.account.closed_at IS 'nobody pays or is paid by it any more';
COMMENT ON COLUMN app.account.resting_until IS 'until then nothing is spent: the account was recovered';
