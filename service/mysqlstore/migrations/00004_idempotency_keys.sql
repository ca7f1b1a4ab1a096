-- +goose NO TRANSACTION
-- +goose Up

-- The answer is stored beside the key, because a retry gets the first answer even when the offer has changed since.
CREATE TABLE IF NOT EXISTS idempotency_keys (
  idempotency_key VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  request_hash    BINARY(32)  NOT NULL,
  product_id      BIGINT      NOT NULL,
  price_minor     BIGINT      NOT NULL,
  currency        CHAR(3)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  stock           INT         NOT NULL,
  version         BIGINT      NOT NULL,
  updated_at      DATETIME(6) NOT NULL,
  created_at      DATETIME(6) NOT NULL,
  PRIMARY KEY (idempotency_key),
  KEY age (created_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
