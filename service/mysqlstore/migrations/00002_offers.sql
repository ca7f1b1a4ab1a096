-- +goose NO TRANSACTION
-- +goose Up

-- category and brand are copies of the product's: an index covers one table only, and a listing filters by them and
-- orders by price. They change never, or together.
--
-- Each index answers one shape of listing from its own pages: equality first, then the order, then what the answer
-- needs. stock is in none of them, although listings filter by it: it is the column that changes most, and so an
-- update of stock alone touches no index.
CREATE TABLE IF NOT EXISTS offers (
  product_id  BIGINT      NOT NULL,
  category    VARCHAR(64) NOT NULL,
  brand       VARCHAR(64) NOT NULL,
  price_minor BIGINT      NOT NULL,
  currency    CHAR(3)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  stock       INT         NOT NULL,
  version     BIGINT      NOT NULL,
  updated_at  DATETIME(6) NOT NULL,
  -- #region indexes
  PRIMARY KEY (product_id),
  KEY newest (category, product_id, price_minor),
  KEY price (category, price_minor, product_id),
  KEY brand_newest (category, brand, product_id, price_minor),
  KEY brand_price (category, brand, price_minor, product_id)
  -- #endregion indexes
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
