-- export batches, settings, minimum order value of vouchers
CREATE TABLE export_batch (
  id INT NOT NULL AUTO_INCREMENT,
  file_name VARCHAR(80) NOT NULL,
  order_count INT NOT NULL,
  created_at DATETIME NOT NULL,
  PRIMARY KEY (id)
) ENGINE=InnoDB;

ALTER TABLE customer_order ADD export_batch_id INT NULL;
ALTER TABLE customer_order ADD CONSTRAINT fk_order_batch FOREIGN KEY (export_batch_id) REFERENCES export_batch (id);
ALTER TABLE voucher ADD min_order_value INT NOT NULL DEFAULT 0 AFTER amount;

CREATE TABLE shop_setting (
  setting_key VARCHAR(40) NOT NULL,
  setting_value VARCHAR(400) NOT NULL,
  PRIMARY KEY (setting_key)
) ENGINE=InnoDB;
INSERT INTO shop_setting VALUES ('banner_text', ''), ('free_shipping_from', '10000'), ('maintenance', '0');
