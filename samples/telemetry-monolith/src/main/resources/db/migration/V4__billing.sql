CREATE TABLE price_plan (
    id                    BIGSERIAL PRIMARY KEY,
    code                  VARCHAR(16) NOT NULL UNIQUE,
    name                  VARCHAR(80) NOT NULL,
    base_cents            BIGINT NOT NULL,
    per_vehicle_cents     BIGINT NOT NULL,
    included_vehicles     INTEGER NOT NULL,
    per_thousand_km_cents BIGINT NOT NULL,
    offered               BOOLEAN NOT NULL DEFAULT TRUE
);

CREATE TABLE contract (
    id               BIGSERIAL PRIMARY KEY,
    customer_id      BIGINT NOT NULL REFERENCES fleet_customer (id),
    plan_id          BIGINT NOT NULL REFERENCES price_plan (id),
    starts_on        DATE NOT NULL,
    ends_on          DATE,
    discount_percent INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE invoice (
    id            BIGSERIAL PRIMARY KEY,
    contract_id   BIGINT NOT NULL REFERENCES contract (id),
    number        VARCHAR(20) UNIQUE,
    billing_month CHAR(7) NOT NULL,
    state         VARCHAR(8) NOT NULL,
    net_cents     BIGINT NOT NULL DEFAULT 0,
    tax_cents     BIGINT NOT NULL DEFAULT 0,
    issued_on     DATE,
    due_on        DATE,
    UNIQUE (contract_id, billing_month)
);

CREATE TABLE invoice_line (
    id         BIGSERIAL PRIMARY KEY,
    invoice_id BIGINT NOT NULL REFERENCES invoice (id),
    text       VARCHAR(160) NOT NULL,
    quantity   BIGINT NOT NULL,
    unit_cents BIGINT NOT NULL
);

CREATE SEQUENCE invoice_number_seq;

INSERT INTO price_plan (code, name, base_cents, per_vehicle_cents, included_vehicles, per_thousand_km_cents) VALUES
    ('START', 'Start', 4900, 790, 5, 0),
    ('FLEET', 'Fleet', 19900, 590, 25, 120),
    ('HEAVY', 'Heavy duty', 39900, 490, 50, 90);
