-- Objections of the learner to a reference; derived from the log.

CREATE TABLE dispute (
    seq       INTEGER PRIMARY KEY REFERENCES event (seq),
    call      TEXT    NOT NULL REFERENCES call (id),
    at_ms     INTEGER NOT NULL,
    objection TEXT    NOT NULL
) STRICT;
CREATE INDEX dispute_of_call ON dispute (call, seq);
