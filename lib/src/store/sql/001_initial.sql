-- SPDX-License-Identifier: EUPL-1.2
-- 001: records and their answers, sheet numbers, history. Frozen once released (docs/formate/plan-datei.md).

CREATE TABLE plan_meta (
    one        INTEGER PRIMARY KEY CHECK (one = 1),
    revision   INTEGER NOT NULL CHECK (revision >= 0),
    changed_on TEXT CHECK (changed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
INSERT INTO plan_meta VALUES (1, 0, NULL);

CREATE TABLE record (
    id   TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 3 AND 48),
    kind TEXT NOT NULL, -- code of the record type: 'service'
    name TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX record_by_kind ON record (kind, id);

-- One answer: a field, a cell of a row, or an item of a list. No row at all = nicht erfasst.
CREATE TABLE answer (
    record TEXT    NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    field  TEXT    NOT NULL,                                 -- code name of the field
    line   INTEGER NOT NULL DEFAULT 0 CHECK (line >= 0),     -- row of a list of rows, from 1; 0 = the field itself
    cell   TEXT    NOT NULL DEFAULT '',                      -- code name of the field within the row
    item   INTEGER NOT NULL DEFAULT 0 CHECK (item >= 0),     -- place in a list, from 1; 0 = a single value
    state  TEXT    NOT NULL CHECK (state IN ('wert', 'unbekannt', 'entfaellt', 'liste', 'zeile')),
    text   TEXT,                                             -- texts, codes of choices, dates (2026-12-01), phones (E.164)
    number INTEGER,                                          -- numbers, 0/1 for nein/ja, minutes of a duration (the likely ones)
    low    INTEGER, high INTEGER,                            -- minutes of an estimate, günstig and ungünstig
    target TEXT REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
    origin TEXT,                                             -- of an open reference (then "text" is what was written): where
    PRIMARY KEY (record, field, line, cell, item),
    CHECK ((state = 'wert') = (coalesce(text, number, target) IS NOT NULL)),
    CHECK ((low IS NULL) = (high IS NULL) AND (low IS NULL OR low <= number AND number <= high)),
    CHECK ((text IS NOT NULL) + (number IS NOT NULL) + (target IS NOT NULL) <= 1)
) STRICT, WITHOUT ROWID;
CREATE INDEX answer_by_target ON answer (target) WHERE target IS NOT NULL;

-- Numbers of sheets are given once; a number stays here when its record goes.
CREATE TABLE sheet_number (
    number TEXT NOT NULL PRIMARY KEY,
    record TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE change (
    revision INTEGER NOT NULL PRIMARY KEY,
    at       TEXT NOT NULL,
    who      TEXT NOT NULL,
    command  TEXT NOT NULL
) STRICT;

CREATE TABLE change_field (
    revision INTEGER NOT NULL REFERENCES change (revision),
    record   TEXT NOT NULL,
    field    TEXT NOT NULL, -- '' = the record as a whole
    old      TEXT,
    new      TEXT,
    PRIMARY KEY (revision, record, field)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_field_by_record ON change_field (record, revision);

CREATE VIEW verlauf AS
    SELECT revision, at, who, command, record, field, old, new FROM change JOIN change_field USING (revision);
