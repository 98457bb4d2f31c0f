"""Two calm themes. Few colours, each with one meaning (`docs/design/screens.md`, Looks)."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="cbassess-dark",
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
        "block-cursor-background": "#26343b",
        "block-cursor-foreground": "#f2f6f8",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": "#1f272d",
        "block-cursor-blurred-foreground": "#d8dee4",
        "block-cursor-blurred-text-style": "none",
        "scrollbar": "#323c45",
        "scrollbar-hover": "#43505b",
        "scrollbar-active": "#6cb6b8",
        "scrollbar-background": "#15191d",
        "scrollbar-background-hover": "#15191d",
        "scrollbar-background-active": "#15191d",
    },
)

LIGHT = Theme(
    name="cbassess-light",
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
        "block-cursor-background": "#dcebea",
        "block-cursor-foreground": "#10181c",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": "#eceae4",
        "block-cursor-blurred-foreground": "#20272c",
        "block-cursor-blurred-text-style": "none",
        "scrollbar": "#cfcac0",
        "scrollbar-hover": "#b8b2a6",
        "scrollbar-active": "#1b6b70",
        "scrollbar-background": "#fbfaf7",
        "scrollbar-background-hover": "#fbfaf7",
        "scrollbar-background-active": "#fbfaf7",
    },
)

THEMES = (DARK, LIGHT)
