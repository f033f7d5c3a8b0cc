CREATE TABLE raw_message (
    id            BIGSERIAL PRIMARY KEY,
    device_serial VARCHAR(24) NOT NULL,
    protocol      VARCHAR(8) NOT NULL,
    payload       TEXT NOT NULL,
    received_at   TIMESTAMPTZ NOT NULL,
    problem       VARCHAR(200)
);
CREATE INDEX raw_message_received_idx ON raw_message (received_at);

CREATE TABLE position (
    id             BIGSERIAL PRIMARY KEY,
    raw_message_id BIGINT REFERENCES raw_message (id) ON DELETE SET NULL,
    vehicle_id     BIGINT NOT NULL,
    measured_at    TIMESTAMPTZ NOT NULL,
    latitude       DOUBLE PRECISION NOT NULL,
    longitude      DOUBLE PRECISION NOT NULL,
    speed_kmh      REAL NOT NULL,
    heading        SMALLINT NOT NULL,
    ignition       BOOLEAN NOT NULL
);
CREATE INDEX position_vehicle_idx ON position (vehicle_id, measured_at);

CREATE TABLE engine_reading (
    id             BIGSERIAL PRIMARY KEY,
    raw_message_id BIGINT REFERENCES raw_message (id) ON DELETE SET NULL,
    vehicle_id     BIGINT NOT NULL,
    measured_at    TIMESTAMPTZ NOT NULL,
    kind           VARCHAR(16) NOT NULL,
    reading        DOUBLE PRECISION NOT NULL
);
CREATE INDEX engine_reading_vehicle_idx ON engine_reading (vehicle_id, measured_at);
