CREATE TABLE dash_vehicle_state (
    vehicle_id    BIGINT PRIMARY KEY,
    customer_id   BIGINT NOT NULL,
    customer_name VARCHAR(120) NOT NULL,
    plate         VARCHAR(16) NOT NULL,
    vehicle_type  VARCHAR(12) NOT NULL,
    latitude      DOUBLE PRECISION NOT NULL,
    longitude     DOUBLE PRECISION NOT NULL,
    speed_kmh     REAL NOT NULL,
    heading       SMALLINT NOT NULL,
    ignition      BOOLEAN NOT NULL,
    seen_at       TIMESTAMPTZ NOT NULL
);
CREATE INDEX dash_vehicle_state_customer_idx ON dash_vehicle_state (customer_id, latitude, longitude);

CREATE TABLE dash_trip (
    id              BIGSERIAL PRIMARY KEY,
    vehicle_id      BIGINT NOT NULL,
    customer_id     BIGINT NOT NULL,
    plate           VARCHAR(16) NOT NULL,
    started_at      TIMESTAMPTZ NOT NULL,
    ended_at        TIMESTAMPTZ NOT NULL,
    from_latitude   DOUBLE PRECISION NOT NULL,
    from_longitude  DOUBLE PRECISION NOT NULL,
    to_latitude     DOUBLE PRECISION NOT NULL,
    to_longitude    DOUBLE PRECISION NOT NULL,
    distance_meters BIGINT NOT NULL,
    top_speed_kmh   REAL NOT NULL,
    open            BOOLEAN NOT NULL
);
CREATE UNIQUE INDEX dash_trip_open_idx ON dash_trip (vehicle_id) WHERE open;
CREATE INDEX dash_trip_customer_idx ON dash_trip (customer_id, started_at DESC);

CREATE TABLE dash_daily_usage (
    vehicle_id      BIGINT NOT NULL,
    customer_id     BIGINT NOT NULL,
    day             DATE NOT NULL,
    distance_meters BIGINT NOT NULL,
    driving_seconds BIGINT NOT NULL,
    idle_seconds    BIGINT NOT NULL,
    top_speed_kmh   REAL NOT NULL,
    PRIMARY KEY (vehicle_id, day)
);
CREATE INDEX dash_daily_usage_customer_idx ON dash_daily_usage (customer_id, day);

CREATE TABLE dash_cursor (
    name             VARCHAR(40) PRIMARY KEY,
    last_position_id BIGINT NOT NULL,
    updated_at       TIMESTAMPTZ NOT NULL
);
