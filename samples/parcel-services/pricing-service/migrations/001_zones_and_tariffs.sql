CREATE TABLE zones (
    code          varchar(8) PRIMARY KEY,
    text          varchar(80) NOT NULL,
    days_economy  smallint NOT NULL,
    days_standard smallint NOT NULL,
    days_express  smallint NOT NULL
);

CREATE TABLE zone_areas (
    country         char(2) NOT NULL,
    postcode_prefix varchar(8) NOT NULL DEFAULT '',
    zone_code       varchar(8) NOT NULL REFERENCES zones (code),
    PRIMARY KEY (country, postcode_prefix)
);

CREATE TABLE tariffs (
    zone_code     varchar(8) NOT NULL REFERENCES zones (code),
    service_level varchar(12) NOT NULL,
    valid_from    date NOT NULL,
    base_cents    integer NOT NULL,
    per_kg_cents  integer NOT NULL,
    PRIMARY KEY (zone_code, service_level, valid_from)
);

CREATE TABLE surcharges (
    code        varchar(12) PRIMARY KEY,
    text        varchar(80) NOT NULL,
    percent     numeric(5, 2),
    fixed_cents integer,
    active      boolean NOT NULL DEFAULT true,
    CHECK ((percent IS NULL) <> (fixed_cents IS NULL))
);

CREATE TABLE quotes (
    id            varchar(36) PRIMARY KEY,
    zone_code     varchar(8) NOT NULL REFERENCES zones (code),
    service_level varchar(12) NOT NULL,
    weight_grams  integer NOT NULL,
    pieces        smallint NOT NULL,
    total_cents   integer NOT NULL,
    currency      char(3) NOT NULL,
    created_at    timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX quotes_created_idx ON quotes (created_at);
