INSERT INTO zones (code, text, days_economy, days_standard, days_express) VALUES
    ('DE-1', 'Germany', 3, 2, 1),
    ('DE-I', 'German islands', 5, 4, 3),
    ('EU-1', 'Austria, Benelux, Denmark', 5, 3, 1),
    ('EU-2', 'Rest of the European Union', 8, 5, 2);

INSERT INTO zone_areas (country, postcode_prefix, zone_code) VALUES
    ('DE', '', 'DE-1'),
    ('DE', '27498', 'DE-I'),
    ('DE', '25980', 'DE-I'),
    ('DE', '26548', 'DE-I'),
    ('AT', '', 'EU-1'), ('NL', '', 'EU-1'), ('BE', '', 'EU-1'), ('LU', '', 'EU-1'), ('DK', '', 'EU-1'),
    ('FR', '', 'EU-2'), ('IT', '', 'EU-2'), ('ES', '', 'EU-2'), ('PL', '', 'EU-2'), ('SE', '', 'EU-2');

INSERT INTO tariffs (zone_code, service_level, valid_from, base_cents, per_kg_cents) VALUES
    ('DE-1', 'ECONOMY', '2024-01-01', 389, 45),
    ('DE-1', 'STANDARD', '2024-01-01', 489, 55),
    ('DE-1', 'EXPRESS', '2024-01-01', 1190, 110),
    ('DE-I', 'STANDARD', '2024-01-01', 1290, 140),
    ('EU-1', 'ECONOMY', '2024-01-01', 890, 95),
    ('EU-1', 'STANDARD', '2024-01-01', 1190, 120),
    ('EU-1', 'EXPRESS', '2024-01-01', 2890, 240),
    ('EU-2', 'ECONOMY', '2024-01-01', 1390, 140),
    ('EU-2', 'STANDARD', '2024-01-01', 1690, 185);

INSERT INTO surcharges (code, text, percent, fixed_cents) VALUES
    ('FUEL', 'Fuel', 7.50, NULL),
    ('CUSTOMS', 'Export papers', NULL, 250);
