-- vouchers and shipping by country
CREATE TABLE voucher (
  id INT NOT NULL AUTO_INCREMENT,
  code VARCHAR(20) NOT NULL,
  kind VARCHAR(10) NOT NULL,
  amount INT NOT NULL,
  valid_from DATE NOT NULL,
  valid_to DATE NOT NULL,
  max_uses INT NOT NULL,
  used_count INT NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  UNIQUE KEY uq_voucher_code (code)
) ENGINE=InnoDB;

ALTER TABLE customer_order ADD voucher_id INT NULL, ADD discount_total INT NOT NULL DEFAULT 0;
ALTER TABLE customer_order ADD CONSTRAINT fk_order_voucher FOREIGN KEY (voucher_id) REFERENCES voucher (id);

CREATE TABLE shipping_rate (
  shipping_method_id INT NOT NULL,
  country CHAR(2) NOT NULL,
  price INT NOT NULL,
  PRIMARY KEY (shipping_method_id, country),
  CONSTRAINT fk_rate_method FOREIGN KEY (shipping_method_id) REFERENCES shipping_method (id)
) ENGINE=InnoDB;
INSERT INTO shipping_rate SELECT id, 'DE', price FROM shipping_method;
ALTER TABLE shipping_method DROP COLUMN price;
