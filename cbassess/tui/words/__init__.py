"""Every word of the interface, a file for each part. Whoever reads `words.QUIT` gets it in the language of the moment.

Words of the pack (questions, advice) are not here: they come from the pack in its own language.
`_` and `ngettext` mark a text for the catalogue; a function that fills in figures says it when it is called.
The parts are read through this module only: it is the one that says a constant in the language of the moment.
"""

from __future__ import annotations

import sys

from cbassess.tui.speaking import Spoken
from cbassess.tui.words.app import *
from cbassess.tui.words.compare import *
from cbassess.tui.words.evidence import *
from cbassess.tui.words.export import *
from cbassess.tui.words.goal import *
from cbassess.tui.words.home import *
from cbassess.tui.words.keys import *
from cbassess.tui.words.manage import *
from cbassess.tui.words.plan import *
from cbassess.tui.words.questionnaire import *
from cbassess.tui.words.questionnaire_lists import *
from cbassess.tui.words.results import *
from cbassess.tui.words.upgrade import *
from cbassess.tui.words.what_if import *
from cbassess.tui.words.work import *

sys.modules[__name__].__class__ = Spoken
