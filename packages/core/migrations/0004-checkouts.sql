-- A checkout may begin without a buyer: whoever takes it on becomes the buyer of its payments.
ALTER TABLE app.payment
  ALTER COLUMN buyer_id DROP NOT NULL,
  ALTER COLUMN wallet_id DROP NOT NULL,
  ADD CONSTRAINT payment_buyer_known CHECK (
    (buyer_id IS NULL) = (wallet_id IS NULL) AND (buyer_id IS NOT NULL OR secured = 0));
COMMENT ON COLUMN app.payment.buyer_id IS 'null: nobody has taken the checkout on';

ALTER TABLE app.checkout
  ALTER COLUMN buyer_id DROP NOT NULL,
  ADD COLUMN return_url text;
COMMENT ON COLUMN app.checkout.return_url IS 'where the shop wants its customer back';

-- What the way back to the shop is signed with.
ALTER TABLE app.marketplace
  ADD COLUMN return_secret text NOT NULL
    DEFAULT 'rsec_' || replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '');

ALTER TABLE app.setting ADD COLUMN public_url text NOT NULL DEFAULT 'http://localhost:8080';
COMMENT ON COLUMN app.setting.public_url IS 'how browsers reach it; brought up to date at every start';
