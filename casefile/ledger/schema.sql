CREATE TABLE documents (
    id          TEXT PRIMARY KEY,
    title       TEXT NOT NULL,
    media_type  TEXT NOT NULL,
    language    TEXT NOT NULL,
    size        INTEGER NOT NULL,
    received_at TEXT NOT NULL,
    state       TEXT NOT NULL,
    reason      TEXT NOT NULL,
    received_by TEXT NOT NULL
);
CREATE TABLE paths (
    path     TEXT NOT NULL,
    document TEXT NOT NULL REFERENCES documents (id),
    seen_at  TEXT NOT NULL,
    current  INTEGER NOT NULL,
    PRIMARY KEY (path, document)
);
CREATE INDEX paths_by_document ON paths (document);
CREATE TABLE pages (
    document TEXT NOT NULL REFERENCES documents (id),
    number   INTEGER NOT NULL,
    text     TEXT NOT NULL,
    unread   TEXT NOT NULL,
    how      TEXT NOT NULL,
    context  TEXT NOT NULL,
    language TEXT NOT NULL,
    law      TEXT NOT NULL,
    PRIMARY KEY (document, number)
);
CREATE INDEX pages_unread ON pages (unread) WHERE unread <> '';
CREATE TABLE passages (
    id       TEXT PRIMARY KEY,
    document TEXT NOT NULL REFERENCES documents (id),
    page     INTEGER NOT NULL,
    start    INTEGER NOT NULL,
    end      INTEGER NOT NULL,
    text     TEXT NOT NULL,
    language TEXT NOT NULL,
    context  TEXT NOT NULL,
    is_law   INTEGER NOT NULL,
    act      TEXT NOT NULL,
    article  TEXT NOT NULL,
    part     TEXT NOT NULL,
    point    TEXT NOT NULL,
    subpoint TEXT NOT NULL
);
CREATE INDEX passages_by_document ON passages (document, page, start);
CREATE INDEX passages_by_article ON passages (article, act) WHERE is_law;
CREATE TABLE vectors (
    passage TEXT NOT NULL REFERENCES passages (id),
    model   TEXT NOT NULL,
    vector  BLOB NOT NULL,
    PRIMARY KEY (passage, model)
) WITHOUT ROWID;
CREATE TABLE events (
    n        INTEGER PRIMARY KEY,
    at       TEXT NOT NULL,
    what     TEXT NOT NULL,
    document TEXT NOT NULL,
    path     TEXT NOT NULL,
    detail   TEXT NOT NULL
);
CREATE TABLE records (
    id         TEXT PRIMARY KEY,
    at         TEXT NOT NULL,
    answer     TEXT NOT NULL,
    provenance TEXT NOT NULL
);
