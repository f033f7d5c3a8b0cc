-- PostgreSQL
CREATE TABLE member (
    id serial PRIMARY KEY,
    name varchar(80) NOT NULL,
    joined integer NOT NULL
);
INSERT INTO member (name, joined) VALUES ('Rowing Club Havelbogen', 1987);
