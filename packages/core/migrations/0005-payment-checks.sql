-- Why a payment of somebody at level 0 passed, or waits for staff: with the payment, in its
-- transaction. Nobody else is checked.
CREATE TABLE app.payment_check (
  payment_id  uuid PRIMARY KEY REFERENCES app.payment,
  leader_id   uuid NOT NULL REFERENCES app.payment,
  score       integer NOT NULL CHECK (score >= 0),
  hits        jsonb NOT NULL CHECK (jsonb_typeof(hits) = 'array'),
  outcome     text NOT NULL CHECK (outcome IN ('clear', 'check')),
  verdict     text CHECK (verdict IN ('cleared', 'approved', 'refused', 'cancelled', 'timed_out')),
  assessed_at timestamptz NOT NULL,
  decided_at  timestamptz,
  CONSTRAINT payment_check_decided CHECK ((verdict IS NULL) = (decided_at IS NULL)),
  CONSTRAINT payment_check_cleared CHECK (
    (outcome = 'clear') = (verdict IS NOT DISTINCT FROM 'cleared')),
  CONSTRAINT payment_check_order CHECK (decided_at >= assessed_at),
  -- The rules themselves, a second time: a high score never passes, nor does what no rule clears.
  CONSTRAINT payment_check_clears CHECK (
    outcome = 'check' OR (score < 40 AND jsonb_path_exists(hits, '$[*] ? (@.clears == true)')))
);
COMMENT ON COLUMN app.payment_check.leader_id IS 'the first of the payments that were paid together';
COMMENT ON COLUMN app.payment_check.hits IS 'the rules that held, with their points and what they saw';
COMMENT ON COLUMN app.payment_check.verdict IS 'null: staff have not looked at it yet';
CREATE INDEX payment_check_leader ON app.payment_check (leader_id);
CREATE INDEX payment_check_waiting ON app.payment_check (leader_id) WHERE decided_at IS NULL;

-- What waited before there were rules.
INSERT INTO app.payment_check (payment_id, leader_id, score, hits, outcome, assessed_at)
SELECT id, id, 0, '[]', 'check', paid_at FROM app.payment WHERE state = 'verifying';
