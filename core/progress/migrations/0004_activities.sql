-- Tests, drills, pairs and meetings; cases spent in the atlas; later results. Derived from the log.

CREATE TABLE activity (
    id         TEXT PRIMARY KEY,
    profile    TEXT    NOT NULL REFERENCES profile (id),
    kind       TEXT    NOT NULL,
    started_ms INTEGER NOT NULL,
    ended_ms   INTEGER,
    seq        INTEGER NOT NULL REFERENCES event (seq),
    body       TEXT    NOT NULL CHECK (json_valid(body))
) STRICT, WITHOUT ROWID;
CREATE INDEX activity_of_profile ON activity (profile, seq);

ALTER TABLE reading ADD COLUMN activity TEXT;
CREATE INDEX reading_of_activity ON reading (activity) WHERE activity IS NOT NULL;

CREATE TABLE spent (
    profile TEXT    NOT NULL REFERENCES profile (id),
    pack    TEXT    NOT NULL,
    case_id TEXT    NOT NULL,
    at_ms   INTEGER NOT NULL,
    PRIMARY KEY (profile, pack, case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE pair (
    seq      INTEGER PRIMARY KEY REFERENCES event (seq),
    profile  TEXT    NOT NULL REFERENCES profile (id),
    activity TEXT    NOT NULL,
    at_ms    INTEGER NOT NULL,
    body     TEXT    NOT NULL CHECK (json_valid(body))
) STRICT;
CREATE INDEX pair_of_profile ON pair (profile, seq);

CREATE TABLE vote (
    seq      INTEGER PRIMARY KEY REFERENCES event (seq),
    activity TEXT    NOT NULL REFERENCES activity (id),
    body     TEXT    NOT NULL CHECK (json_valid(body))
) STRICT;
CREATE INDEX vote_of_activity ON vote (activity, seq);

CREATE TABLE rescore (
    seq          INTEGER PRIMARY KEY REFERENCES event (seq),
    call         TEXT    NOT NULL REFERENCES call (id),
    pack_version TEXT    NOT NULL,
    body         TEXT    NOT NULL CHECK (json_valid(body))
) STRICT;
CREATE INDEX rescore_of_call ON rescore (call, seq);
