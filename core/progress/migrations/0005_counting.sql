-- What Today and Progress count is answered from indexes alone, however many calls there are.

-- Reference of a scored call that counts; NULL for the others. Follows the score in force.
ALTER TABLE call ADD COLUMN counted_reference INTEGER;
UPDATE call SET counted_reference =
    (SELECT s.reference FROM score s WHERE s.call = call.id AND s.counts = 1);
CREATE TRIGGER score_counts AFTER INSERT ON score BEGIN
    UPDATE call SET counted_reference = iif(NEW.counts = 1, NEW.reference, NULL) WHERE id = NEW.call;
END;
CREATE TRIGGER score_changes AFTER UPDATE OF counts, reference ON score BEGIN
    UPDATE call SET counted_reference = iif(NEW.counts = 1, NEW.reference, NULL) WHERE id = NEW.call;
END;
CREATE INDEX call_of_case ON call (profile, pack, case_id, counted_reference);
CREATE INDEX call_by_time ON call (profile, committed_ms);

-- The newest reading of each case first.
CREATE INDEX reading_of_case
    ON reading (profile, pack, case_id, touched_ms DESC, opened_ms DESC, id, finished_ms);
CREATE INDEX open_reading ON reading (profile) WHERE finished_ms IS NULL AND aside_ms IS NULL;
