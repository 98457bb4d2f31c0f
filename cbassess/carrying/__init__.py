"""Answers from wave to wave and from pack to pack; pure.

translating    answers given under one instrument, as another reads them
diffing        what became of a pack between two versions
sorting        what a new wave carries, confirms and asks
"""
