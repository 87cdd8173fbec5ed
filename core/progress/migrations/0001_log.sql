-- The event log, what follows from it, and the two tables that do not: draft and setting.

CREATE TABLE event (
    seq     INTEGER PRIMARY KEY AUTOINCREMENT,
    id      TEXT    NOT NULL UNIQUE,
    at_ms   INTEGER NOT NULL,
    profile TEXT    NOT NULL,
    kind    TEXT    NOT NULL,
    body    TEXT    NOT NULL CHECK (json_valid(body))
) STRICT;
CREATE TRIGGER event_no_update BEFORE UPDATE ON event
BEGIN
    SELECT RAISE(ABORT, 'the event log is append-only');
END;
CREATE TRIGGER event_no_delete BEFORE DELETE ON event
BEGIN
    SELECT RAISE(ABORT, 'the event log is append-only');
END;

-- Derived: made anew by rebuild().
CREATE TABLE profile (
    id         TEXT PRIMARY KEY,
    name       TEXT    NOT NULL,
    created_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE reading (
    id           TEXT PRIMARY KEY,
    profile      TEXT    NOT NULL REFERENCES profile (id),
    pack         TEXT    NOT NULL,
    pack_version TEXT    NOT NULL,
    case_id      TEXT    NOT NULL,
    opened_ms    INTEGER NOT NULL,
    touched_ms   INTEGER NOT NULL,
    finished_ms  INTEGER,
    aside_ms     INTEGER,
    nodes        INTEGER NOT NULL,
    body         TEXT    NOT NULL CHECK (json_valid(body))
) STRICT, WITHOUT ROWID;
CREATE INDEX reading_of_profile ON reading (profile, touched_ms);

CREATE TABLE call (
    id           TEXT PRIMARY KEY,
    reading      TEXT    NOT NULL REFERENCES reading (id),
    profile      TEXT    NOT NULL REFERENCES profile (id),
    pack         TEXT    NOT NULL,
    pack_version TEXT    NOT NULL,
    case_id      TEXT    NOT NULL,
    node         TEXT    NOT NULL,
    seq          INTEGER NOT NULL REFERENCES event (seq),
    committed_ms INTEGER NOT NULL,
    seconds      REAL    NOT NULL,
    position_mm  REAL,
    image        INTEGER,
    probability  REAL,
    grade        INTEGER,
    seen_ms      INTEGER,
    body         TEXT    NOT NULL CHECK (json_valid(body)),
    UNIQUE (reading, node)
) STRICT, WITHOUT ROWID;
CREATE INDEX call_of_profile ON call (profile, seq);

-- Without the whole feedback: that is long and stands in the event.
CREATE TABLE score (
    call      TEXT PRIMARY KEY REFERENCES call (id),
    counts    INTEGER NOT NULL CHECK (counts IN (0, 1)),
    reference INTEGER NOT NULL CHECK (reference BETWEEN 0 AND 3),
    verdict   TEXT,
    brier     REAL,
    rps       REAL,
    body      TEXT    NOT NULL CHECK (json_valid(body)),
    seq       INTEGER NOT NULL REFERENCES event (seq)
) STRICT, WITHOUT ROWID;

-- Not derived: an unfinished call is no event, and a preference is none either.
CREATE TABLE draft (
    reading  TEXT    NOT NULL,
    node     TEXT    NOT NULL,
    saved_ms INTEGER NOT NULL,
    body     TEXT    NOT NULL CHECK (json_valid(body)),
    PRIMARY KEY (reading, node)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
    profile TEXT NOT NULL,
    key     TEXT NOT NULL,
    value   TEXT NOT NULL,
    PRIMARY KEY (profile, key)
) STRICT, WITHOUT ROWID;
