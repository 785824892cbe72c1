-- Euro foreign exchange reference rates of the European Central Bank, 8 May 2026: a start, until
-- newer ones are imported. The rouble has not been published since 2022.
INSERT INTO app.rate (day, currency, per_euro) VALUES
  ('2026-05-08', 'USD', 1.1761),
  ('2026-05-08', 'JPY', 184.37),
  ('2026-05-08', 'DKK', 7.4726),
  ('2026-05-08', 'GBP', 0.86410),
  ('2026-05-08', 'SEK', 10.8420),
  ('2026-05-08', 'CHF', 0.9156),
  ('2026-05-08', 'NOK', 10.8215),
  ('2026-05-08', 'AUD', 1.6259),
  ('2026-05-08', 'BRL', 5.7794),
  ('2026-05-08', 'CAD', 1.6063),
  ('2026-05-08', 'CNY', 7.9989),
  ('2026-05-08', 'HKD', 9.2067),
  ('2026-05-08', 'KRW', 1725.08),
  ('2026-05-08', 'NZD', 1.9735),
  ('2026-05-08', 'SGD', 1.4911),
  ('2026-05-08', 'THB', 37.897);
