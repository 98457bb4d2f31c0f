"""The app in a browser on the same computer. Needs the extra `web`; only `cbassess serve` imports this.

textual-serve carries the terminal to the page. What it leaves open is closed here: who may come (`guard`), what the
page may load (`page`), and how many windows there are (`server`).
"""
