"""The door between front ends and workers: all that the command line and the app may call.

Front ends import from here and from `model`; they never reach past it. No decision about content is
taken here.
"""

from cbassess.model.quarters import quarter_of
from cbassess.workflow.assessing import assess, evaluate
from cbassess.workflow.backups import Backups, is_copy
from cbassess.workflow.comparing import Recorded, compare, course
from cbassess.workflow.documents import (
    can_show,
    ending,
    file_name,
    format_names,
    format_of,
    has_letters,
    is_text,
    render,
    rendered,
    show_folder,
    write_file,
)
from cbassess.workflow.importing import Incoming, import_all
from cbassess.workflow.importing import preview as preview_import
from cbassess.workflow.inquiries import capacity_settings, explain, parse_settings, reach, what_is_open, whatif
from cbassess.workflow.interview import Interview, SectionProgress
from cbassess.workflow.packs import (
    ValueProblem,
    check_answers,
    check_pack,
    diff_packs,
    find_pack,
    note_translated,
    open_pack,
    pack_in,
    parse_value,
    read_answers,
    read_many,
)
from cbassess.workflow.paper import Reply, filled, paper_sheet, read_reply
from cbassess.workflow.proofs import Counterexample, Proven, prove_pack
from cbassess.workflow.records import Records
from cbassess.workflow.sellers import SellerEntry, Sellers
from cbassess.workflow.steps import StepBook
from cbassess.workflow.templates import Template, answers_template

__all__ = [
    "Backups",
    "Counterexample",
    "Incoming",
    "Interview",
    "Proven",
    "Recorded",
    "Records",
    "Reply",
    "SectionProgress",
    "SellerEntry",
    "Sellers",
    "StepBook",
    "Template",
    "ValueProblem",
    "answers_template",
    "assess",
    "can_show",
    "capacity_settings",
    "check_answers",
    "check_pack",
    "compare",
    "course",
    "diff_packs",
    "ending",
    "evaluate",
    "explain",
    "file_name",
    "filled",
    "find_pack",
    "format_names",
    "format_of",
    "has_letters",
    "import_all",
    "is_copy",
    "is_text",
    "note_translated",
    "open_pack",
    "pack_in",
    "paper_sheet",
    "parse_settings",
    "parse_value",
    "preview_import",
    "prove_pack",
    "quarter_of",
    "reach",
    "read_answers",
    "read_many",
    "read_reply",
    "render",
    "rendered",
    "show_folder",
    "what_is_open",
    "whatif",
    "write_file",
]
