-- Merchants: they sign in to the console too, belong to one marketplace and see nothing but that.
ALTER TABLE people.staff
  ADD COLUMN marketplace_id uuid REFERENCES app.marketplace,
  DROP CONSTRAINT staff_roles_check,
  ADD CONSTRAINT staff_roles_check CHECK (roles <@ ARRAY
    ['support', 'reviewer', 'arbiter', 'treasurer', 'administrator', 'merchant']),
  -- Nobody is both: a merchant never works for the operator, nor the other way round.
  ADD CONSTRAINT staff_merchant CHECK (
    (marketplace_id IS NOT NULL) = ('merchant' = ANY (roles))
    AND (marketplace_id IS NULL OR roles = ARRAY['merchant']));
COMMENT ON COLUMN people.staff.marketplace_id IS 'null: they work for the operator';
