"""Forty sequences by which a text steers a terminal, hides a part of itself, or makes it answer."""

from __future__ import annotations

ESC, BEL, ST = "\x1b", "\x07", "\x1b\\"

SEQUENCES: tuple[str, ...] = (
    f"{ESC}]0;owned{BEL}",  # the title of the window
    f"{ESC}]0;owned{ST}",
    f"{ESC}]2;owned{BEL}",
    f"{ESC}]1;icon{BEL}",
    f"{ESC}]4;1;#ff0000{BEL}",  # a colour of the palette
    f"{ESC}]7;file:///etc{BEL}",
    f"{ESC}]8;;http://evil.example{ST}click{ESC}]8;;{ST}",  # a link
    f"{ESC}]9;notified{BEL}",
    f"{ESC}]10;?{BEL}",  # asks for the colour of letters
    f"{ESC}]11;#000000{BEL}",
    f"{ESC}]50;font{BEL}",
    f"{ESC}]52;c;b3duZWQ={BEL}",  # writes the clipboard
    f"{ESC}]52;c;?{BEL}",  # reads it
    f"{ESC}]133;A{BEL}",
    f"{ESC}]777;notify;a;b{BEL}",
    f"{ESC}]1337;File=inline=1:AAAA{BEL}",
    f"{ESC}]1337;SetUserVar=a=b{BEL}",
    f"{ESC}[6n",  # asks where the cursor is
    f"{ESC}[21t",  # asks for the title
    f"{ESC}[c",
    f"{ESC}[2J{ESC}[H",  # clears the screen
    f"{ESC}[?1049l",  # leaves the app's screen
    f"{ESC}[?25l",
    f"{ESC}[?1003h",  # reports the mouse
    f"{ESC}[8m",  # invisible letters
    f"{ESC}[31;1m",
    f"{ESC}[10;10H",
    f"{ESC}[3J",
    f"{ESC}c",  # resets
    f"{ESC}#8",
    f"{ESC}(0",  # another set of letters
    f"{ESC}P+q544e{ST}",  # DCS
    f"{ESC}_Gi=1;AAAA{ST}",  # APC
    f"{ESC}^private{ST}",
    "\x9b31m",  # the same in C1
    "\x9d0;owned\x9c",
    "\x90q\x9c",
    "harmless\rover",
    "pay \u202e001 YNC\u202c",  # reads from right to left
    "a\u2066b\u2069 \u200fc \ufeffd \u2028e",
)
