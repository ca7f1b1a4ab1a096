-- +goose NO TRANSACTION
-- +goose Up

-- An entry is the whole offer, not only its id: what is published is what was committed, without another read.
CREATE TABLE IF NOT EXISTS outbox (
  id          BIGINT      NOT NULL AUTO_INCREMENT,
  product_id  BIGINT      NOT NULL,
  price_minor BIGINT      NOT NULL,
  currency    CHAR(3)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  stock       INT         NOT NULL,
  version     BIGINT      NOT NULL,
  updated_at  DATETIME(6) NOT NULL,
  created_at  DATETIME(6) NOT NULL,
  PRIMARY KEY (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
