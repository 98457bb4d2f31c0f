"""Blocks with figures as plain tables, for formats that do not draw and for the data beside a drawing."""

from __future__ import annotations

from cbassess.export.outline import Grid, Lines, Moves, Table
from cbassess.export.wording import interval
from cbassess.model.evaluation import Interval
from cbassess.words import Words


def as_table(block: Moves | Lines, words: Words) -> Table:
    """The figures of the block in words, row by row."""
    if isinstance(block, Lines):
        rows = tuple((line.label, *(shown(figure, words) for figure in line.figures)) for line in block.rows)
        return Table(block.columns, rows)
    moved = tuple((row.label, shown(row.before, words), shown(row.after, words), row.change) for row in block.rows)
    return Table(block.columns, moved)


def shown(figure: Interval | None, words: Words) -> str:
    """The figure; nothing where it is not known, which is not the same as 0."""
    return "" if figure is None else interval(figure, words)


def grid_point(block: Grid, row: tuple[str, ...], words: Words) -> str:
    """A row of a grid as one line: what it is about, and the rest with the name of its column."""
    one = words("{label}: {value}")
    rest = zip(block.columns[2:], row[2:], strict=True)
    facts = words("; ").join(one.format(label=column, value=cell) for column, cell in rest if cell)
    return words("{title} ({text})").format(title=row[1], text=facts) if facts else row[1]
