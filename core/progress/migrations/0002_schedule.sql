-- The schedule of each concept; derived from the scored calls in the log.

CREATE TABLE concept (
    profile    TEXT    NOT NULL REFERENCES profile (id),
    id         TEXT    NOT NULL,
    phase      INTEGER NOT NULL CHECK (phase BETWEEN 0 AND 2),
    step       INTEGER,
    stability  REAL    NOT NULL,
    difficulty REAL    NOT NULL,
    interval_s REAL    NOT NULL,
    last_ms    INTEGER NOT NULL,
    reviews    INTEGER NOT NULL,
    lapses     INTEGER NOT NULL,
    PRIMARY KEY (profile, id)
) STRICT, WITHOUT ROWID;
