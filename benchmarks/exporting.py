"""Each format for a full plan, and what a process pays for the library behind it, over one that writes JSON."""

from __future__ import annotations

from pathlib import Path

from benchmarks.timing import medians, process
from cbassess.workflow import assess, format_names, open_pack, read_answers, rendered

EXAMPLE = Path(__file__).parents[1] / "examples" / "both_sides.toml"
LIBRARIES = {"xlsx": "xlsxwriter", "docx": "docx", "ics": "icalendar", "pdf": "typst"}


def run(rounds: int) -> dict[str, float]:
    """Milliseconds and kilobytes per format; milliseconds to import each library, over a bare interpreter."""
    pack = open_pack()
    answers = read_answers(EXAMPLE, pack)
    assert answers.as_of is not None
    document = assess(pack, answers, answers.as_of)
    sizes = {form: len(rendered(document, form)) for form in format_names()}  # and everything is imported once
    times = medians({form: lambda form=form: rendered(document, form) for form in format_names()}, rounds)  # type: ignore[misc]
    starts = medians(
        {"bare": process("-c", "pass"), **{form: process("-c", f"import {name}") for form, name in LIBRARIES.items()}},
        rounds,
    )
    return {
        "steps": float(len(document.plan)),
        **{f"{form}, milliseconds": seconds * 1e3 for form, seconds in times.items()},
        **{f"{form}, kilobytes": size / 1e3 for form, size in sizes.items()},
        **{f"import {LIBRARIES[form]}, milliseconds": (starts[form] - starts["bare"]) * 1e3 for form in LIBRARIES},
    }
