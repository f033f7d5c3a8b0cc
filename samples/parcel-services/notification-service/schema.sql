CREATE TABLE IF NOT EXISTS deliveries (
    id            bigserial PRIMARY KEY,
    tracking_code varchar(20) NOT NULL,
    event         varchar(40) NOT NULL,
    recipient     varchar(160) NOT NULL,
    sent_at       timestamptz NOT NULL DEFAULT now(),
    UNIQUE (tracking_code, event, recipient)
);

CREATE TABLE IF NOT EXISTS suppressions (
    address    varchar(160) PRIMARY KEY,
    reason     varchar(80) NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
