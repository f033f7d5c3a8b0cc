-- PostgreSQL
CREATE TABLE notice (
    id serial PRIMARY KEY,
    place varchar(40) NOT NULL,
    text text NOT NULL
);
INSERT INTO notice (place, text) VALUES ('Lift B', 'Out of order until the spare winch arrives');
