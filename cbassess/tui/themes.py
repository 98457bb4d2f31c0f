"""Four calm themes. Few colours, each with one meaning (`docs/design/screens.md`, Looks).

Ours have figures of contrast, and a test holds them. `terminal` takes the colours that the person gave to the terminal.
"""

from __future__ import annotations

from textual.theme import Theme

PREFIX = "cbassess-"
"""Ours stand beside Textual's own, and settings know them without it."""


def _cursor(background: str, foreground: str, blurred: str, plain: str) -> dict[str, str]:
    """The line of the cursor, with the focus and without it."""
    return {
        "block-cursor-background": background,
        "block-cursor-foreground": foreground,
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": blurred,
        "block-cursor-blurred-foreground": plain,
        "block-cursor-blurred-text-style": "none",
    }


def _scrollbar(rest: str, hover: str, active: str, background: str) -> dict[str, str]:
    """The scroll bar: rest, under the mouse, held; and what it runs on."""
    return {
        "scrollbar": rest,
        "scrollbar-hover": hover,
        "scrollbar-active": active,
        **{f"scrollbar-background{state}": background for state in ("", "-hover", "-active")},
    }


DARK = Theme(
    name=f"{PREFIX}dark",
    primary="#6cb6b8",
    secondary="#8fa3b0",
    accent="#6cb6b8",
    warning="#e0b060",
    error="#e57f7f",
    success="#8cc08a",
    foreground="#d8dee4",
    background="#15191d",
    surface="#1b2025",
    panel="#222930",
    dark=True,
    variables={
        "muted": "#949ba1",
        **_cursor("#26343b", "#f2f6f8", "#1f272d", "#d8dee4"),
        **_scrollbar("#323c45", "#43505b", "#6cb6b8", "#15191d"),
    },
)

LIGHT = Theme(
    name=f"{PREFIX}light",
    primary="#1b6b70",
    secondary="#55666f",
    accent="#1b6b70",
    warning="#8a5a00",
    error="#a83232",
    success="#2f6b35",
    foreground="#20272c",
    background="#fbfaf7",
    surface="#f3f1ec",
    panel="#e9e6df",
    dark=False,
    variables={
        "muted": "#5e6468",
        **_cursor("#dcebea", "#10181c", "#eceae4", "#20272c"),
        **_scrollbar("#cfcac0", "#b8b2a6", "#1b6b70", "#fbfaf7"),
    },
)

CONTRAST = Theme(
    name=f"{PREFIX}contrast",
    primary="#7fe9ff",
    secondary="#e0e0e0",
    accent="#7fe9ff",
    warning="#ffd75f",
    error="#ffa0a0",
    success="#90f090",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1c1c1c",
    dark=True,
    variables={
        "muted": "#d0d0d0",
        **_cursor("#ffffff", "#000000", "#2a2a2a", "#ffffff"),
        **_scrollbar("#808080", "#b0b0b0", "#ffffff", "#000000"),
    },
)

# Whether the terminal is light or dark is not known, so nothing is muted, and the cursor is drawn in reverse.
TERMINAL = Theme(
    name=f"{PREFIX}terminal",
    ansi=True,
    primary="ansi_cyan",
    secondary="ansi_default",
    accent="ansi_cyan",
    warning="ansi_yellow",
    error="ansi_red",
    success="ansi_green",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    variables={
        "muted": "ansi_default",
        "ansi-background": "ansi_default",
        "ansi-foreground": "ansi_default",
        "input-cursor-background": "ansi_default",
        "input-cursor-foreground": "ansi_default",
        "input-cursor-text-style": "reverse",
        "input-selection-background": "ansi_blue",
        "input-selection-foreground": "ansi_white",
        **_cursor("ansi_default", "ansi_default", "ansi_default", "ansi_default"),
        **_scrollbar("ansi_bright_black", "ansi_bright_black", "ansi_cyan", "ansi_default"),
    },
)

THEMES = (DARK, LIGHT, CONTRAST, TERMINAL)


def named(setting: str) -> str:
    """Textual's name of a theme, from what the settings call it."""
    return PREFIX + setting
