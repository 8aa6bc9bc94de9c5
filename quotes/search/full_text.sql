-- Words of the claims, found whatever their ending, case and accents, and kept in step with the table.

CREATE VIRTUAL TABLE claims_fts USING fts5(
    text, standalone, content="claims", content_rowid="key", tokenize="porter unicode61 remove_diacritics 2"
);
INSERT INTO claims_fts (claims_fts) VALUES ('rebuild');

CREATE TRIGGER claims_added AFTER INSERT ON claims BEGIN
    INSERT INTO claims_fts (rowid, text, standalone) VALUES (new.key, new.text, new.standalone);
END;

CREATE TRIGGER claims_removed AFTER DELETE ON claims BEGIN
    INSERT INTO claims_fts (claims_fts, rowid, text, standalone) VALUES ('delete', old.key, old.text, old.standalone);
END;
