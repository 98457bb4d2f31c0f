-- A history as schema version 1 wrote it. Never change this file: it stands for the files that people have.
BEGIN;
CREATE TABLE sellers (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    checksum TEXT NOT NULL
) STRICT;
CREATE TABLE waves (
    id INTEGER PRIMARY KEY,
    seller_id INTEGER NOT NULL REFERENCES sellers (id),
    label TEXT NOT NULL,
    as_of TEXT NOT NULL,
    pack_title TEXT NOT NULL,
    pack_version TEXT NOT NULL,
    pack_hash TEXT NOT NULL,
    started_at TEXT NOT NULL,
    checksum TEXT NOT NULL,
    position TEXT NOT NULL DEFAULT '',
    UNIQUE (seller_id, label)
) STRICT;
CREATE TABLE answers (
    wave_id INTEGER NOT NULL REFERENCES waves (id),
    sequence INTEGER NOT NULL,
    item_id TEXT NOT NULL,
    response TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    checksum TEXT NOT NULL,
    PRIMARY KEY (wave_id, sequence)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER answers_are_not_changed BEFORE UPDATE ON answers
BEGIN SELECT RAISE (ABORT, 'answers are only added'); END;
CREATE TRIGGER answers_are_not_deleted BEFORE DELETE ON answers
BEGIN SELECT RAISE (ABORT, 'answers are only added'); END;

INSERT INTO sellers VALUES (1, 'Beispiel GmbH', 'f800ec6d85a30513');
INSERT INTO sellers VALUES (2, '示例公司', '261f9a43b21004db');
INSERT INTO waves VALUES (1, 2, '2026-Q3', '2026-08-01', 'Shipped pack', '1.0.0', '0011aabb', '2026-11-22T16:30:00+00:00', 'b3452463fadbf022', 'growth.note');
INSERT INTO waves VALUES (2, 2, '2026-Q4', '2026-11-01', 'Shipped pack', '1.1.0', '22cc33dd', '2026-11-22T16:30:00+00:00', 'c5a08a533d57e4f8', '');
INSERT INTO answers VALUES (1, 1, 'brand.mark_filed', '{"text": "nowhere"}', '2026-11-22T16:30:00+00:00', 'c53c54aeeb292577');
INSERT INTO answers VALUES (1, 2, 'brand.mark_filed', '{"text": "home"}', '2026-11-22T16:30:00+00:00', 'd90566a5ebeb2f4c');
INSERT INTO answers VALUES (1, 3, 'profile.markets', '{"options": ["eu", "us"]}', '2026-11-22T16:30:00+00:00', '0e3e2bb2ef9c5eea');
INSERT INTO answers VALUES (1, 4, 'profile.hours', '{"number": 12.5}', '2026-11-22T16:30:00+00:00', '7507756694cbb06b');
INSERT INTO answers VALUES (1, 5, 'ip_compliance.renewal', '{"date": "2027-02-28"}', '2026-11-22T16:30:00+00:00', '73465d38e281dd44');
INSERT INTO answers VALUES (1, 6, 'growth.note', '{"text": "\u7f3a\u5c11 \"\u54c1\u724c\" \u5907\u6848"}', '2026-11-22T16:30:00+00:00', 'c52e0e1fefe75eb4');
INSERT INTO answers VALUES (1, 7, 'offline.shops', '{"missing": "dont_know"}', '2026-11-22T16:30:00+00:00', '0fb962d2b63a45b5');
INSERT INTO answers VALUES (1, 8, 'growth.turnover', '{"missing": "declined"}', '2026-11-22T16:30:00+00:00', '218e024e426e2b45');
INSERT INTO answers VALUES (1, 9, 'experience.refunds', '{"number": 3.0}', '2026-11-22T16:30:00+00:00', '5db9abf96cea123b');
INSERT INTO answers VALUES (1, 10, 'experience.refunds', 'null', '2026-11-22T16:30:00+00:00', '1f3d36a06a868421');
PRAGMA application_id = 1128415571;
PRAGMA user_version = 1;
COMMIT;
