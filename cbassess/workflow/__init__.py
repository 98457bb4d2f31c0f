"""The door between front ends and workers: all that the command line and the app may call.

Front ends import from here and from `model`; they never reach past it. No decision about content is
taken here. Each part is loaded when a front end first asks for something of it, because a question is on the screen
before anything is assessed, compared or written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cbassess.doors import door

if TYPE_CHECKING:
    from cbassess.model.quarters import quarter_of
    from cbassess.workflow.assessing import assess
    from cbassess.workflow.backups import Backups, is_copy
    from cbassess.workflow.choices import begin_settings, remember
    from cbassess.workflow.comparing import Recorded, compare, course
    from cbassess.workflow.copies import keep_copy
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
    from cbassess.workflow.evaluating import evaluate
    from cbassess.workflow.importing import Incoming, import_all
    from cbassess.workflow.importing import preview as preview_import
    from cbassess.workflow.inquiries import capacity_settings, explain, parse_settings, reach, what_is_open, whatif
    from cbassess.workflow.interview import Interview, SectionProgress
    from cbassess.workflow.packs import (
        check_pack,
        diff_packs,
        find_pack,
        note_translated,
        open_pack,
        pack_in,
    )
    from cbassess.workflow.paper import Reply, filled, paper_sheet, read_reply
    from cbassess.workflow.proofs import Counterexample, Proven, prove_pack
    from cbassess.workflow.reading import ValueProblem, check_answers, parse_value, read_answers, read_many
    from cbassess.workflow.records import Records
    from cbassess.workflow.reviewing import ReviewEntry, ReviewSection, review
    from cbassess.workflow.sellers import SellerEntry, Sellers, holds
    from cbassess.workflow.standing import Standing
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
    "ReviewEntry",
    "ReviewSection",
    "SectionProgress",
    "SellerEntry",
    "Sellers",
    "Standing",
    "StepBook",
    "Template",
    "ValueProblem",
    "answers_template",
    "assess",
    "begin_settings",
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
    "holds",
    "import_all",
    "is_copy",
    "is_text",
    "keep_copy",
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
    "remember",
    "render",
    "rendered",
    "review",
    "show_folder",
    "what_is_open",
    "whatif",
    "write_file",
]

_HOMES = {
    "answers_template": "workflow.templates.answers_template",
    "assess": "workflow.assessing.assess",
    "Backups": "workflow.backups.Backups",
    "begin_settings": "workflow.choices.begin_settings",
    "can_show": "workflow.documents.can_show",
    "capacity_settings": "workflow.inquiries.capacity_settings",
    "check_answers": "workflow.reading.check_answers",
    "check_pack": "workflow.packs.check_pack",
    "compare": "workflow.comparing.compare",
    "Counterexample": "workflow.proofs.Counterexample",
    "course": "workflow.comparing.course",
    "diff_packs": "workflow.packs.diff_packs",
    "ending": "workflow.documents.ending",
    "evaluate": "workflow.evaluating.evaluate",
    "explain": "workflow.inquiries.explain",
    "file_name": "workflow.documents.file_name",
    "filled": "workflow.paper.filled",
    "find_pack": "workflow.packs.find_pack",
    "format_names": "workflow.documents.format_names",
    "format_of": "workflow.documents.format_of",
    "has_letters": "workflow.documents.has_letters",
    "holds": "workflow.sellers.holds",
    "import_all": "workflow.importing.import_all",
    "Incoming": "workflow.importing.Incoming",
    "Interview": "workflow.interview.Interview",
    "is_copy": "workflow.backups.is_copy",
    "is_text": "workflow.documents.is_text",
    "keep_copy": "workflow.copies.keep_copy",
    "note_translated": "workflow.packs.note_translated",
    "open_pack": "workflow.packs.open_pack",
    "pack_in": "workflow.packs.pack_in",
    "paper_sheet": "workflow.paper.paper_sheet",
    "parse_settings": "workflow.inquiries.parse_settings",
    "parse_value": "workflow.reading.parse_value",
    "preview_import": "workflow.importing.preview",
    "prove_pack": "workflow.proofs.prove_pack",
    "Proven": "workflow.proofs.Proven",
    "quarter_of": "model.quarters.quarter_of",
    "reach": "workflow.inquiries.reach",
    "read_answers": "workflow.reading.read_answers",
    "read_many": "workflow.reading.read_many",
    "read_reply": "workflow.paper.read_reply",
    "Recorded": "workflow.comparing.Recorded",
    "Records": "workflow.records.Records",
    "remember": "workflow.choices.remember",
    "render": "workflow.documents.render",
    "rendered": "workflow.documents.rendered",
    "Reply": "workflow.paper.Reply",
    "review": "workflow.reviewing.review",
    "ReviewEntry": "workflow.reviewing.ReviewEntry",
    "ReviewSection": "workflow.reviewing.ReviewSection",
    "SectionProgress": "workflow.interview.SectionProgress",
    "SellerEntry": "workflow.sellers.SellerEntry",
    "Sellers": "workflow.sellers.Sellers",
    "show_folder": "workflow.documents.show_folder",
    "Standing": "workflow.standing.Standing",
    "StepBook": "workflow.steps.StepBook",
    "Template": "workflow.templates.Template",
    "ValueProblem": "workflow.reading.ValueProblem",
    "what_is_open": "workflow.inquiries.what_is_open",
    "whatif": "workflow.inquiries.whatif",
    "write_file": "workflow.documents.write_file",
}
"""Name -> where it lives, below `cbassess`; the imports above say the same to the type checker."""

__getattr__ = door(__name__, {name: f"cbassess.{home}" for name, home in _HOMES.items()})
