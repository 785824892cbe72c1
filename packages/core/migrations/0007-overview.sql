-- For figures of the last weeks over all payments: rows of a time lie close together, and these
-- indexes cost the commands nearly nothing (an update stays on its page).
CREATE INDEX payment_paid ON app.payment USING brin (paid_at)
  WITH (pages_per_range = 32, autosummarize = on);
CREATE INDEX payment_closed ON app.payment USING brin (closed_at)
  WITH (pages_per_range = 32, autosummarize = on);
CREATE INDEX payment_check_decided ON app.payment_check USING brin (decided_at)
  WITH (pages_per_range = 32, autosummarize = on);
CREATE INDEX dispute_opened ON app.dispute USING brin (opened_at)
  WITH (pages_per_range = 32, autosummarize = on);
CREATE INDEX dispute_closed_at ON app.dispute USING brin (closed_at)
  WITH (pages_per_range = 32, autosummarize = on);

-- For the search by what stands on a parcel, with or without the spaces.
CREATE INDEX payment_tracking ON app.payment (upper(replace(tracking, ' ', '')))
  WHERE tracking IS NOT NULL;
