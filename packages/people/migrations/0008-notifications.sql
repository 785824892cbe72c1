-- What people are told about their money: shown in the wallet, and mailed to who wants it.
CREATE TABLE people.notification (
  id         uuid PRIMARY KEY,
  position   bigint GENERATED ALWAYS AS IDENTITY,
  person_id  uuid NOT NULL REFERENCES people.person,
  kind       text NOT NULL,
  cause      text NOT NULL,
  payment_id uuid,
  currency   text NOT NULL,
  amount     bigint NOT NULL,
  part       bigint,
  due_at     timestamptz,
  created_at timestamptz NOT NULL,
  read_at    timestamptz
);
COMMENT ON COLUMN people.notification.position IS
  'given under the lock of the cursor: whoever has seen one has seen all before it';
COMMENT ON COLUMN people.notification.cause IS 'what it tells of; nobody is told of it twice';
CREATE UNIQUE INDEX notification_cause ON people.notification (person_id, cause);
CREATE UNIQUE INDEX notification_position ON people.notification (position);
CREATE INDEX notification_list ON people.notification (person_id, position);
CREATE INDEX notification_unread ON people.notification (person_id) WHERE read_at IS NULL;

-- How far the money's story was told. Of several processes the one that holds the lock goes on.
CREATE TABLE people.notification_cursor (
  one            boolean PRIMARY KEY DEFAULT true CHECK (one),
  event_position bigint NOT NULL,
  top_up_id      uuid NOT NULL,
  reminded_to    timestamptz
);
COMMENT ON COLUMN people.notification_cursor.reminded_to IS 'null: nobody was reminded yet';
-- What happened before there were notifications is old news.
INSERT INTO people.notification_cursor (event_position, top_up_id) VALUES (
  (SELECT coalesce(max(position), 0) FROM app.event),
  coalesce((SELECT id FROM app.top_up ORDER BY id DESC LIMIT 1), '00000000-0000-0000-0000-000000000000'));
