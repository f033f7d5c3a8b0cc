CREATE TABLE customers (
    id             BIGSERIAL PRIMARY KEY,
    account_number VARCHAR(16) NOT NULL UNIQUE,
    name           VARCHAR(120) NOT NULL,
    email          VARCHAR(160),
    phone          VARCHAR(40),
    blocked        BOOLEAN NOT NULL DEFAULT FALSE
);

CREATE TABLE shipments (
    id                BIGSERIAL PRIMARY KEY,
    tracking_code     VARCHAR(20) NOT NULL UNIQUE,
    customer_id       BIGINT NOT NULL REFERENCES customers (id),
    service_level     VARCHAR(12) NOT NULL,
    status            VARCHAR(16) NOT NULL,
    sender_country    CHAR(2) NOT NULL,
    sender_postcode   VARCHAR(12) NOT NULL,
    recipient_name    VARCHAR(120) NOT NULL,
    recipient_street  VARCHAR(160) NOT NULL,
    recipient_postcode VARCHAR(12) NOT NULL,
    recipient_city    VARCHAR(80) NOT NULL,
    recipient_country CHAR(2) NOT NULL,
    recipient_email   VARCHAR(160),
    price_cents       INTEGER NOT NULL,
    currency          CHAR(3) NOT NULL,
    quote_id          VARCHAR(36) NOT NULL,
    created_at        TIMESTAMPTZ NOT NULL,
    delivered_at      TIMESTAMPTZ
);
CREATE INDEX shipments_customer_idx ON shipments (customer_id, created_at DESC);

CREATE TABLE parcels (
    id           BIGSERIAL PRIMARY KEY,
    shipment_id  BIGINT NOT NULL REFERENCES shipments (id),
    position     INTEGER NOT NULL,
    weight_grams INTEGER NOT NULL,
    length_mm    INTEGER NOT NULL,
    width_mm     INTEGER NOT NULL,
    height_mm    INTEGER NOT NULL,
    UNIQUE (shipment_id, position)
);
