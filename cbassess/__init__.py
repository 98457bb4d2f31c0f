"""A self-assessment for cross-border e-commerce sellers: answers in, a plan with reasons out.

For scripts and notebooks; `docs/api.md` shows it at work:

    from cbassess import assess, load_answers, load_pack, save

    pack = load_pack()
    plan = assess(pack, load_answers("answers.toml", pack))
    save(plan, "plan.xlsx")

Names are loaded when they are first asked for, so that importing the package costs next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cbassess.doors import door
from cbassess.version import __version__

if TYPE_CHECKING:
    from cbassess.api import (
        AnswersError,
        Assessment,
        CbassessError,
        Comparison,
        Explanation,
        Missing,
        Pack,
        PackError,
        ResponseSet,
        UsageError,
        WhatIf,
        assess,
        compare,
        explain,
        load_answers,
        load_many,
        load_pack,
        make_answers,
        render,
        save,
        what_if,
    )

__all__ = [
    "AnswersError",
    "Assessment",
    "CbassessError",
    "Comparison",
    "Explanation",
    "Missing",
    "Pack",
    "PackError",
    "ResponseSet",
    "UsageError",
    "WhatIf",
    "__version__",
    "assess",
    "compare",
    "explain",
    "load_answers",
    "load_many",
    "load_pack",
    "make_answers",
    "render",
    "save",
    "what_if",
]


__getattr__ = door(__name__, {name: f"cbassess.api.{name}" for name in __all__ if name != "__version__"})


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
