"""The history on disk: one SQLite file that only its owner can read.

The files, from the door inwards:
    history                     the History that callers use
    sellers, waves, answers     the rows of one table each
    work, packs                 likewise: what is done about the plan, and the packs that were used
    opening, database           from a folder to a checked database; reads and transactions
    schema                      how the file came to be what it is
    home, private               which folder; what keeps it private
    conflicts, removal          what two windows must not do; deleting a seller
    faults, damage              what is told and done when something is wrong
    checking, inspecting        whether a file is sound; a look at it that changes nothing
    backups, weekly, rescue     copies of the file, when they are made, going on from one
    portable                    the history as one JSON file, and back
    coding, checksums, moments  responses as text; rows that tell when they were damaged
"""
