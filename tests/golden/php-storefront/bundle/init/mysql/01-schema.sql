-- Storefront 1.3
-- amounts are stored in cents

SET NAMES utf8mb4;

CREATE TABLE tax_rate (
  id INT NOT NULL AUTO_INCREMENT,
  percent DECIMAL(4,1) NOT NULL,
  PRIMARY KEY (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE category (
  id INT NOT NULL AUTO_INCREMENT,
  parent_id INT NULL,
  name VARCHAR(80) NOT NULL,
  sort_order INT NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT fk_category_parent FOREIGN KEY (parent_id) REFERENCES category (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE product (
  id INT NOT NULL AUTO_INCREMENT,
  sku VARCHAR(20) NOT NULL,
  title VARCHAR(120) NOT NULL,
  description TEXT NOT NULL,
  price_net INT NOT NULL,
  category_id INT NOT NULL,
  tax_rate_id INT NOT NULL,
  active TINYINT NOT NULL DEFAULT 1,
  created_at DATETIME NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY uq_product_sku (sku),
  CONSTRAINT fk_product_category FOREIGN KEY (category_id) REFERENCES category (id),
  CONSTRAINT fk_product_tax FOREIGN KEY (tax_rate_id) REFERENCES tax_rate (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE product_image (
  id INT NOT NULL AUTO_INCREMENT,
  product_id INT NOT NULL,
  file_name VARCHAR(80) NOT NULL,
  width INT NOT NULL,
  height INT NOT NULL,
  sort_order INT NOT NULL DEFAULT 1,
  PRIMARY KEY (id),
  CONSTRAINT fk_image_product FOREIGN KEY (product_id) REFERENCES product (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE stock (
  product_id INT NOT NULL,
  quantity INT NOT NULL DEFAULT 0,
  reorder_level INT NOT NULL DEFAULT 5,
  PRIMARY KEY (product_id),
  CONSTRAINT fk_stock_product FOREIGN KEY (product_id) REFERENCES product (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE stock_movement (
  id INT NOT NULL AUTO_INCREMENT,
  product_id INT NOT NULL,
  delta INT NOT NULL,
  reason VARCHAR(80) NOT NULL,
  created_at DATETIME NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT fk_movement_product FOREIGN KEY (product_id) REFERENCES product (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE customer (
  id INT NOT NULL AUTO_INCREMENT,
  email VARCHAR(120) NOT NULL,
  password_hash VARCHAR(80) NOT NULL,
  first_name VARCHAR(60) NOT NULL,
  last_name VARCHAR(60) NOT NULL,
  locked TINYINT NOT NULL DEFAULT 0,
  last_login_at DATETIME NULL,
  created_at DATETIME NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY uq_customer_email (email)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE address (
  id INT NOT NULL AUTO_INCREMENT,
  customer_id INT NULL,
  name VARCHAR(120) NOT NULL,
  street VARCHAR(120) NOT NULL,
  zip VARCHAR(12) NOT NULL,
  city VARCHAR(80) NOT NULL,
  country CHAR(2) NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT fk_address_customer FOREIGN KEY (customer_id) REFERENCES customer (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE shipping_method (
  id INT NOT NULL AUTO_INCREMENT,
  name VARCHAR(60) NOT NULL,
  PRIMARY KEY (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE shipping_rate (
  shipping_method_id INT NOT NULL,
  country CHAR(2) NOT NULL,
  price INT NOT NULL,
  PRIMARY KEY (shipping_method_id, country),
  CONSTRAINT fk_rate_method FOREIGN KEY (shipping_method_id) REFERENCES shipping_method (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE voucher (
  id INT NOT NULL AUTO_INCREMENT,
  code VARCHAR(20) NOT NULL,
  kind VARCHAR(10) NOT NULL,
  amount INT NOT NULL,
  min_order_value INT NOT NULL DEFAULT 0,
  valid_from DATE NOT NULL,
  valid_to DATE NOT NULL,
  max_uses INT NOT NULL,
  used_count INT NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  UNIQUE KEY uq_voucher_code (code)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE export_batch (
  id INT NOT NULL AUTO_INCREMENT,
  file_name VARCHAR(80) NOT NULL,
  order_count INT NOT NULL,
  created_at DATETIME NOT NULL,
  PRIMARY KEY (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE customer_order (
  id INT NOT NULL AUTO_INCREMENT,
  order_no VARCHAR(20) NOT NULL,
  customer_id INT NULL,
  shipping_address_id INT NOT NULL,
  shipping_method_id INT NOT NULL,
  voucher_id INT NULL,
  email VARCHAR(120) NOT NULL,
  goods_total INT NOT NULL,
  discount_total INT NOT NULL DEFAULT 0,
  shipping_total INT NOT NULL,
  grand_total INT NOT NULL,
  payment_kind VARCHAR(10) NOT NULL,
  status VARCHAR(12) NOT NULL,
  client_ip VARCHAR(45) NOT NULL,
  created_at DATETIME NOT NULL,
  exported_at DATETIME NULL,
  export_batch_id INT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY uq_order_no (order_no),
  KEY ix_order_status (status, exported_at),
  CONSTRAINT fk_order_customer FOREIGN KEY (customer_id) REFERENCES customer (id),
  CONSTRAINT fk_order_address FOREIGN KEY (shipping_address_id) REFERENCES address (id),
  CONSTRAINT fk_order_shipping FOREIGN KEY (shipping_method_id) REFERENCES shipping_method (id),
  CONSTRAINT fk_order_voucher FOREIGN KEY (voucher_id) REFERENCES voucher (id),
  CONSTRAINT fk_order_batch FOREIGN KEY (export_batch_id) REFERENCES export_batch (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE order_line (
  id INT NOT NULL AUTO_INCREMENT,
  order_id INT NOT NULL,
  product_id INT NOT NULL,
  sku VARCHAR(20) NOT NULL,
  title VARCHAR(120) NOT NULL,
  quantity INT NOT NULL,
  unit_price INT NOT NULL,
  tax_percent DECIMAL(4,1) NOT NULL,
  line_total INT NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT fk_line_order FOREIGN KEY (order_id) REFERENCES customer_order (id),
  CONSTRAINT fk_line_product FOREIGN KEY (product_id) REFERENCES product (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE order_status_history (
  id INT NOT NULL AUTO_INCREMENT,
  order_id INT NOT NULL,
  status VARCHAR(12) NOT NULL,
  remark VARCHAR(200) NOT NULL,
  created_at DATETIME NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT fk_history_order FOREIGN KEY (order_id) REFERENCES customer_order (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE payment (
  id INT NOT NULL AUTO_INCREMENT,
  order_id INT NOT NULL,
  amount INT NOT NULL,
  reference VARCHAR(60) NOT NULL,
  created_at DATETIME NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT fk_payment_order FOREIGN KEY (order_id) REFERENCES customer_order (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE number_range (
  name VARCHAR(20) NOT NULL,
  last_no INT NOT NULL,
  PRIMARY KEY (name)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE newsletter_subscriber (
  id INT NOT NULL AUTO_INCREMENT,
  email VARCHAR(120) NOT NULL,
  confirm_code VARCHAR(40) NOT NULL,
  confirmed TINYINT NOT NULL DEFAULT 0,
  unsubscribed_at DATETIME NULL,
  created_at DATETIME NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY uq_subscriber_email (email)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE admin_user (
  id INT NOT NULL AUTO_INCREMENT,
  user_name VARCHAR(40) NOT NULL,
  password_hash VARCHAR(80) NOT NULL,
  role VARCHAR(12) NOT NULL,
  active TINYINT NOT NULL DEFAULT 1,
  PRIMARY KEY (id),
  UNIQUE KEY uq_admin_name (user_name)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE admin_log (
  id INT NOT NULL AUTO_INCREMENT,
  admin_user_id INT NOT NULL,
  action VARCHAR(200) NOT NULL,
  client_ip VARCHAR(45) NOT NULL,
  created_at DATETIME NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT fk_log_admin FOREIGN KEY (admin_user_id) REFERENCES admin_user (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE shop_setting (
  setting_key VARCHAR(40) NOT NULL,
  setting_value VARCHAR(400) NOT NULL,
  PRIMARY KEY (setting_key)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
