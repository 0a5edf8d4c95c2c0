CREATE TABLE turns (
    conversation TEXT NOT NULL,
    n            INTEGER NOT NULL,
    record       TEXT NOT NULL REFERENCES records (id),
    at           TEXT NOT NULL,
    user         TEXT NOT NULL,
    collections  TEXT NOT NULL,
    PRIMARY KEY (conversation, n)
);
