"""The history on disk: one SQLite file that only its owner can read.

The files, from the door inwards:
    history                     the History that callers use
    sellers, waves, answers     the rows of one table each
    opening, database           from a folder to a checked database; reads and transactions
    schema                      how the file came to be what it is
    home, private               which folder; what keeps it private
    faults, damage, backups     what is told and done when something is wrong
    coding, checksums           responses as text; rows that tell when they were damaged
"""
