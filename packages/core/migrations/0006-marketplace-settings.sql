-- What a marketplace settles for itself; null: as the product has it. Terms hold for payments that
-- are made afterwards: each payment carries its own.
ALTER TABLE app.marketplace
  ADD COLUMN pay_within_ms           bigint,
  ADD COLUMN ship_within_ms          bigint,
  ADD COLUMN confirm_within_ms       bigint,
  ADD COLUMN inspect_within_ms       bigint,
  ADD COLUMN commission_basis_points integer,
  ADD COLUMN display_name            text,
  ADD COLUMN color                   text,
  ADD COLUMN logo                    bytea,
  ADD COLUMN logo_version            text,
  -- 3650 days: the longest duration that the API takes.
  ADD CONSTRAINT marketplace_terms CHECK (
    pay_within_ms BETWEEN 1 AND 315360000000
    AND ship_within_ms BETWEEN 1 AND 315360000000
    AND confirm_within_ms BETWEEN 1 AND 315360000000
    AND inspect_within_ms BETWEEN 1 AND 315360000000
    AND commission_basis_points BETWEEN 0 AND 10000),
  ADD CONSTRAINT marketplace_display_name CHECK (
    display_name = btrim(display_name) AND char_length(display_name) BETWEEN 1 AND 60),
  ADD CONSTRAINT marketplace_color CHECK (color ~ '^#[0-9a-f]{6}$'),
  ADD CONSTRAINT marketplace_logo CHECK (
    (logo IS NULL) = (logo_version IS NULL) AND octet_length(logo) BETWEEN 1 AND 1048576);
COMMENT ON COLUMN app.marketplace.confirm_within_ms IS 'of payments of the kind standard';
COMMENT ON COLUMN app.marketplace.display_name IS 'what people see; null: the name';
COMMENT ON COLUMN app.marketplace.color IS '#rrggbb; black or white on it follows from it';
COMMENT ON COLUMN app.marketplace.logo IS 'PNG, made anew from what was sent';
COMMENT ON COLUMN app.marketplace.logo_version IS 'part of its address, so that browsers may keep it';

CREATE INDEX api_key_marketplace ON app.api_key (marketplace_id, id);

-- Events of one subject, for those who inspect them. They lie close together, but for old accounts:
-- an index that tells which blocks to read costs the writing of events next to nothing.
CREATE INDEX event_subject ON app.event
  USING brin (subject_id uuid_minmax_multi_ops) WITH (autosummarize = on);
