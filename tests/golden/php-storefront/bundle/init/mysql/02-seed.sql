-- first data of a new installation

SET NAMES utf8mb4;

INSERT INTO tax_rate (id, percent) VALUES (1, 19.0), (2, 7.0);

INSERT INTO category (id, parent_id, name, sort_order) VALUES
  (1, NULL, 'Porcelain', 1),
  (2, NULL, 'Glass', 2),
  (3, NULL, 'Cutlery', 3),
  (4, NULL, 'Kitchen', 4),
  (5, 1, 'Plates', 1),
  (6, 1, 'Cups and mugs', 2),
  (7, 2, 'Wine glasses', 1),
  (8, 4, 'Books', 9);

INSERT INTO product (id, sku, title, description, price_net, category_id, tax_rate_id, active, created_at) VALUES
  (1, 'HT-1001', 'Dinner plate Alster, 27 cm', 'White hard porcelain, fit for the dishwasher.', 1090, 5, 1, 1, '2012-03-01 09:00:00'),
  (2, 'HT-1002', 'Soup plate Alster, 23 cm', 'White hard porcelain, fit for the dishwasher.', 990, 5, 1, 1, '2012-03-01 09:00:00'),
  (3, 'HT-1010', 'Espresso cup Elbe, set of 6', 'Six cups with saucers in a gift box.', 3350, 6, 1, 1, '2012-03-02 09:00:00'),
  (4, 'HT-1011', 'Mug Harbour', '0.3 l, with the lighthouse of Westerhever.', 750, 6, 1, 1, '2012-03-02 09:00:00'),
  (5, 'HT-2001', 'Red wine glass Traube, set of 6', 'Crystal glass, 0.45 l.', 4150, 7, 1, 1, '2012-04-11 09:00:00'),
  (6, 'HT-2002', 'Water carafe', '1 litre, with cork ball.', 1840, 2, 1, 1, '2012-04-11 09:00:00'),
  (7, 'HT-3001', 'Cutlery set Hanse, 24 pieces', 'Stainless steel 18/10, matt.', 9990, 3, 1, 1, '2012-05-20 09:00:00'),
  (8, 'HT-3005', 'Butter knife Hanse', 'Stainless steel 18/10, matt.', 680, 3, 1, 1, '2012-05-20 09:00:00'),
  (9, 'HT-4001', 'Cast iron pot, 4 l', 'Enamelled, for all cookers.', 7560, 4, 1, 1, '2012-09-03 09:00:00'),
  (10, 'HT-4002', 'Oak chopping board', '40 x 25 cm, oiled.', 2480, 4, 1, 1, '2012-09-03 09:00:00'),
  (11, 'HT-5001', 'Northern Kitchen', 'Eighty recipes from the coast, hardcover.', 2336, 8, 2, 1, '2012-10-01 09:00:00'),
  (12, 'HT-9001', 'Cake stand Elbe (discontinued)', 'Three tiers.', 2990, 1, 1, 0, '2012-03-01 09:00:00');

INSERT INTO stock (product_id, quantity, reorder_level) VALUES
  (1, 120, 20), (2, 86, 20), (3, 14, 5), (4, 240, 30), (5, 31, 6), (6, 0, 5),
  (7, 9, 3), (8, 55, 10), (9, 7, 3), (10, 22, 5), (11, 40, 5), (12, 0, 0);

INSERT INTO shipping_method (id, name) VALUES (1, 'Parcel'), (2, 'Express');
INSERT INTO shipping_rate (shipping_method_id, country, price) VALUES
  (1, 'DE', 490), (1, 'AT', 990), (1, 'CH', 1490), (1, 'DK', 1290),
  (2, 'DE', 1190), (2, 'AT', 1990);

INSERT INTO voucher (code, kind, amount, min_order_value, valid_from, valid_to, max_uses) VALUES
  ('WELCOME5', 'AMOUNT', 500, 3000, '2012-01-01', '2037-12-31', 100000),
  ('STAFF20', 'PERCENT', 20, 0, '2012-01-01', '2037-12-31', 100000);

INSERT INTO number_range (name, last_no) VALUES ('order', 1000);

INSERT INTO customer (id, email, password_hash, first_name, last_name, locked, created_at) VALUES
  (1, 'greta@customer.example', '$2y$10$usqe5uukScupLfqHepnG..Euv1NPMDa/F/DgXh5nH5MpN4RF8RW5a', 'Greta', 'Petersen', 0, '2012-06-01 10:00:00');

-- admin / B4ckoffice!
INSERT INTO admin_user (id, user_name, password_hash, role, active) VALUES
  (1, 'admin', '$2y$10$lxJM4wMNCsDBgjd4NFT6D.KWDWuVymjsJg7ZxBXYI2zcw4YJhcrqG', 'ADMIN', 1);

INSERT INTO shop_setting (setting_key, setting_value) VALUES
  ('banner_text', 'Free delivery from 100 EUR'),
  ('free_shipping_from', '10000'),
  ('maintenance', '0');
