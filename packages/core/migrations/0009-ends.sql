-- When a payment check ended, and whose doing the end of a payment was. Not known of earlier ones.
ALTER TABLE app.payment
  ADD COLUMN checked_at timestamptz,
  ADD COLUMN closed_by text CHECK (
    closed_by IN ('buyer', 'seller', 'marketplace', 'operator', 'deadline', 'dispute')),
  ADD CONSTRAINT payment_checked CHECK (checked_at >= paid_at),
  ADD CONSTRAINT payment_ended CHECK (closed_by IS NULL OR closed_at IS NOT NULL);
