"""What became of the questions between two packs: rows, and what stands behind each."""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content

from cbassess.model.pack import Pack
from cbassess.model.upgrade import ActionUpgrade, ItemUpgrade, PackDiff
from cbassess.tui import words
from cbassess.tui.texts.layout import BLANK, MUTED, STRONG, Cell, columns, labelled, lines, listed, paragraphs, text

FATE = 12


def item_row(one: ItemUpgrade, width: int) -> Content:
    """The question."""
    return columns(Cell(text(one.stem), width))


def item_detail(one: ItemUpgrade, stems: Mapping[str, str], width: int) -> Content:
    """What the fate means, what differs, and which question it takes the place of."""
    told = [
        labelled(label, text(", ".join(parts)), width)
        for label, parts in (
            (words.UPGRADE_WHAT, one.what),
            (words.UPGRADE_LOST_OPTIONS, one.lost_options),
            (words.UPGRADE_REPLACES, [stems.get(item, item) for item in one.replaces]),
        )
        if parts
    ]
    return paragraphs(text(one.stem, STRONG), text(words.UPGRADE_FATE_MEANINGS[one.fate]), lines(told))


def kept_detail(change: PackDiff, width: int) -> Content:
    """The questions that stay as they are."""
    kept = change.of_fate("kept")
    stems = lines(listed("-", text(one.stem), width) for one in kept)
    return paragraphs(text(words.UPGRADE_FATE_MEANINGS["kept"]), stems)


def action_row(one: ActionUpgrade, width: int) -> Content:
    """What became of an advice, and its title."""
    return columns(
        Cell(text(words.UPGRADE_ACTION_FATES[one.fate], MUTED), FATE), Cell(text(one.title), width - FATE - 2)
    )


def action_detail(one: ActionUpgrade, _width: int) -> Content:
    """What it means for the plan."""
    about = text(words.UPGRADE_ACTION_ABOUT) if one.fate == "changed" else BLANK
    return paragraphs(text(one.title, STRONG), text(words.UPGRADE_ACTION_FATES[one.fate], MUTED), about)


def trend_detail(title: str, _width: int) -> Content:
    """What it means for figures."""
    return paragraphs(text(title, STRONG), text(words.UPGRADE_TREND_ABOUT))


def stems_of(change: PackDiff, pack: Pack) -> dict[str, str]:
    """Item id -> question, of the old pack and of the new one."""
    return {**{one.item: one.stem for one in change.items}, **{item.id: item.stem for item in pack.items.values()}}
