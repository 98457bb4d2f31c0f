"""The migrations, oldest first. One that was released is never changed: a new one is added below it."""

from __future__ import annotations

from msgspec import Struct

APPLICATION_ID = 0x43424153
"""Marks a SQLite file as ours; reads `CBAS` in ASCII."""


class Migration(Struct, frozen=True):
    """One step of the schema.

    Attributes:
        number: the version it leads to; 1, 2, 3 ... without a gap.
        purpose: what it is for.
        statements: SQL, one statement each.
    """

    number: int
    purpose: str
    statements: tuple[str, ...]


MIGRATIONS = (
    Migration(
        1,
        "sellers, their waves, and every answer ever given",
        (
            """
            CREATE TABLE sellers (
                id INTEGER PRIMARY KEY,
                name TEXT NOT NULL UNIQUE,
                checksum TEXT NOT NULL
            ) STRICT
            """,
            """
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
            ) STRICT
            """,
            # The sequence counts the answers of a wave. Nothing depends on saved_at: clocks go backwards.
            """
            CREATE TABLE answers (
                wave_id INTEGER NOT NULL REFERENCES waves (id),
                sequence INTEGER NOT NULL,
                item_id TEXT NOT NULL,
                response TEXT NOT NULL,
                saved_at TEXT NOT NULL,
                checksum TEXT NOT NULL,
                PRIMARY KEY (wave_id, sequence)
            ) STRICT, WITHOUT ROWID
            """,
            """
            CREATE TRIGGER answers_are_not_changed BEFORE UPDATE ON answers
            BEGIN SELECT RAISE (ABORT, 'answers are only added'); END
            """,
            """
            CREATE TRIGGER answers_are_not_deleted BEFORE DELETE ON answers
            BEGIN SELECT RAISE (ABORT, 'answers are only added'); END
            """,
        ),
    ),
    Migration(
        2,
        "sellers may be archived; the number of a wave that was deleted is not given again",
        (
            "ALTER TABLE sellers ADD COLUMN archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1))",
            # A window may still have it open, and would write the answers of one seller into the wave of another.
            "CREATE TABLE deleted_waves (id INTEGER PRIMARY KEY) STRICT",
        ),
    ),
    Migration(
        3,
        "where an answer comes from, work on the plan, and the packs that were used",
        (
            # Empty in rows of earlier versions, which did not keep it; their checksum does not cover these columns.
            "ALTER TABLE answers ADD COLUMN origin TEXT NOT NULL DEFAULT ''",
            "ALTER TABLE answers ADD COLUMN said_on TEXT NOT NULL DEFAULT ''",
            "ALTER TABLE answers ADD COLUMN checked_on TEXT NOT NULL DEFAULT ''",
            "ALTER TABLE answers ADD COLUMN pack_hash TEXT NOT NULL DEFAULT ''",
            """
            CREATE TABLE work (
                seller_id INTEGER NOT NULL REFERENCES sellers (id),
                sequence INTEGER NOT NULL,
                action_id TEXT NOT NULL,
                kind TEXT NOT NULL,
                value TEXT NOT NULL,
                noted_on TEXT NOT NULL,
                saved_at TEXT NOT NULL,
                checksum TEXT NOT NULL,
                PRIMARY KEY (seller_id, sequence)
            ) STRICT, WITHOUT ROWID
            """,
            """
            CREATE TRIGGER work_is_not_changed BEFORE UPDATE ON work
            BEGIN SELECT RAISE (ABORT, 'work is only added'); END
            """,
            """
            CREATE TRIGGER work_is_not_deleted BEFORE DELETE ON work
            BEGIN SELECT RAISE (ABORT, 'work is only added'); END
            """,
            """
            CREATE TABLE packs (
                hash TEXT PRIMARY KEY,
                title TEXT NOT NULL,
                version TEXT NOT NULL,
                content BLOB NOT NULL,
                checksum TEXT NOT NULL
            ) STRICT
            """,
        ),
    ),
    Migration(
        4,
        "a note beside each answer",
        (
            # NULL in rows of earlier versions, whose checksum does not cover it. No flipped bit makes NULL of text.
            "ALTER TABLE answers ADD COLUMN note TEXT",
        ),
    ),
)
