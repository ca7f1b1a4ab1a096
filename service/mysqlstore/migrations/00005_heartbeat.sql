-- +goose NO TRANSACTION
-- +goose Up

-- One row, id 1.
CREATE TABLE IF NOT EXISTS heartbeat (
  id      TINYINT     NOT NULL,
  beat_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
