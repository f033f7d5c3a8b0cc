CREATE TABLE fleet_customer (
    id            BIGSERIAL PRIMARY KEY,
    name          VARCHAR(120) NOT NULL UNIQUE,
    contact_email VARCHAR(160) NOT NULL,
    country       CHAR(2) NOT NULL,
    active        BOOLEAN NOT NULL DEFAULT TRUE,
    created_at    TIMESTAMPTZ NOT NULL DEFAULT now()
);

CREATE TABLE vehicle (
    id           BIGSERIAL PRIMARY KEY,
    customer_id  BIGINT NOT NULL REFERENCES fleet_customer (id),
    plate        VARCHAR(16) NOT NULL,
    vin          CHAR(17) NOT NULL UNIQUE,
    vehicle_type VARCHAR(12) NOT NULL,
    retired      BOOLEAN NOT NULL DEFAULT FALSE,
    created_at   TIMESTAMPTZ NOT NULL DEFAULT now()
);
CREATE INDEX vehicle_customer_idx ON vehicle (customer_id);

CREATE TABLE device (
    id         BIGSERIAL PRIMARY KEY,
    serial     VARCHAR(24) NOT NULL UNIQUE,
    model      VARCHAR(12) NOT NULL,
    firmware   VARCHAR(24),
    sim_number VARCHAR(24),
    created_at TIMESTAMPTZ NOT NULL DEFAULT now()
);

CREATE TABLE device_assignment (
    id          BIGSERIAL PRIMARY KEY,
    device_id   BIGINT NOT NULL REFERENCES device (id),
    vehicle_id  BIGINT NOT NULL REFERENCES vehicle (id),
    assigned_at TIMESTAMPTZ NOT NULL,
    released_at TIMESTAMPTZ
);
CREATE UNIQUE INDEX device_assignment_open_idx ON device_assignment (device_id) WHERE released_at IS NULL;
