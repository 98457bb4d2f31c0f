"""The history as one readable JSON file, and back.

The file holds the rows of the tables as they are, and the version of the schema that they belong to. To read it, an
empty database of that version is made in memory, filled, brought up to date by the very migrations that a file on
disk goes through, and checked row by row. Only then is anything added to the history, in one transaction.

    writing      the text of a backup, and what it holds opened as a database
    gathering    rows out of a database: all, or those of one seller
    text         rows to JSON with a checksum, and back; refuses what is no whole backup
    rebuilding   rows to a checked database in memory
    merging      what such a database has and the history has not
    rows         rows moved under new numbers
"""

from cbassess.store.portable.merging import merge
from cbassess.store.portable.writing import opened, write

__all__ = ["merge", "opened", "write"]
