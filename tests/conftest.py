"""How thorough the tests are: `make test` is quick, `make torture` takes its time."""

from __future__ import annotations

import os

from hypothesis import settings

TORTURE = "CBASSESS_TORTURE" in os.environ

settings.register_profile("quick", max_examples=25, deadline=None)
settings.register_profile("torture", max_examples=1_500, deadline=None)
settings.load_profile("torture" if TORTURE else "quick")
