"""What can be proved about content: one check, one file, one signature.

check(pack: Pack, spots: Spots, as_of: date) -> Iterator[Problem]
"""
