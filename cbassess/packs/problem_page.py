"""`docs/problems.md`: what each code means and how to mend it."""

from __future__ import annotations

from cbassess.packs.codes import GROUPS, Code

HEAD = """\
# Problems

What `cbassess` may say about a pack or an answers file. Each problem names its file, its line and the
key; this page says what its code means and how to mend it. A warning does not stop the pack from being
used, and a note only says what may well be meant so. This page is generated.
"""


def problem_page() -> str:
    """The text of the page."""
    lines = [HEAD]
    for title, group in GROUPS.items():
        lines += [f"## {title}", "", "| Code | What it means | How to mend it |", "|---|---|---|"]
        lines += [*(_row(code, entry) for code, entry in group.items()), ""]
    return "\n".join(lines)


def _row(code: str, entry: Code) -> str:
    mild = "" if entry.severity == "error" else f" ({entry.severity})"
    return f"| `{code}`{mild} | {entry.meaning} | {entry.cure} |"
