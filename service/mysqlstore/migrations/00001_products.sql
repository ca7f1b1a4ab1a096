-- +goose NO TRANSACTION
-- +goose Up

-- One table a file: the server commits every CREATE TABLE at once, so of two in one file the first could stay alone.
-- A file that ran and was not recorded runs again, hence IF NOT EXISTS.
--
-- Text is compared byte by byte (utf8mb4_bin): what a filter finds is exactly what a product shows. An accent- or
-- case-blind collation would find "Cafe" under "Café" in SQL while the program takes them for two brands. It also is
-- the only one that MySQL and MariaDB sort alike.
CREATE TABLE IF NOT EXISTS products (
  id          BIGINT       NOT NULL,
  category    VARCHAR(64)  NOT NULL,
  brand       VARCHAR(64)  NOT NULL,
  name        VARCHAR(255) NOT NULL,
  color       VARCHAR(64)  NOT NULL,
  description TEXT         NOT NULL,
  version     BIGINT       NOT NULL,
  created_at  DATETIME(6)  NOT NULL,
  updated_at  DATETIME(6)  NOT NULL,
  PRIMARY KEY (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
