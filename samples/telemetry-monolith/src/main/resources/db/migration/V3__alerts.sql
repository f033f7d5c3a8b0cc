CREATE TABLE alert_rule (
    id                     BIGSERIAL PRIMARY KEY,
    customer_id            BIGINT NOT NULL REFERENCES fleet_customer (id),
    name                   VARCHAR(80) NOT NULL,
    kind                   VARCHAR(12) NOT NULL,
    threshold              DOUBLE PRECISION NOT NULL,
    center_lat             DOUBLE PRECISION,
    center_lon             DOUBLE PRECISION,
    channel                VARCHAR(12) NOT NULL,
    target                 VARCHAR(200) NOT NULL,
    escalate_after_minutes INTEGER NOT NULL,
    enabled                BOOLEAN NOT NULL DEFAULT TRUE
);

CREATE TABLE alert (
    id              BIGSERIAL PRIMARY KEY,
    rule_id         BIGINT NOT NULL REFERENCES alert_rule (id),
    vehicle_id      BIGINT NOT NULL,
    state           VARCHAR(16) NOT NULL,
    measured        DOUBLE PRECISION NOT NULL,
    raised_at       TIMESTAMPTZ NOT NULL,
    acknowledged_at TIMESTAMPTZ,
    acknowledged_by VARCHAR(80),
    escalations     INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX alert_open_idx ON alert (vehicle_id, rule_id) WHERE state <> 'CLOSED';

CREATE TABLE alert_notification (
    id        BIGSERIAL PRIMARY KEY,
    alert_id  BIGINT NOT NULL REFERENCES alert (id),
    channel   VARCHAR(12) NOT NULL,
    target    VARCHAR(200) NOT NULL,
    delivered BOOLEAN NOT NULL,
    error     VARCHAR(300),
    sent_at   TIMESTAMPTZ NOT NULL
);
