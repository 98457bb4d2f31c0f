"""The shipped pack is proved: nobody is left without advice, sent in a circle or told what contradicts itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from cbassess.model.responses import ResponseSet
from cbassess.packs.filling import answers_file
from cbassess.packs.locating_findings import problems_of
from cbassess.packs.places import shipped_pack
from cbassess.proving import prove
from cbassess.workflow import open_pack
from tests.unit.proving.claims import AS_OF, hold_to_its_word


@pytest.mark.timeout(600)
def test_nothing_is_wrong_for_any_seller_and_every_counterexample_is_one(tmp_path: Path) -> None:
    pack = open_pack()
    proof = prove(pack, AS_OF, seconds=300)
    problems = problems_of(proof.findings, shipped_pack())
    assert [str(problem) for problem in problems if problem.severity != "note"] == []
    assert sum(one.undecided for one in proof.tallies) == 0
    assert sum(one.proved for one in proof.tallies) > 1_000
    for finding in proof.findings:
        if finding.responses is not None:
            text = answers_file(ResponseSet("A", finding.responses, as_of=AS_OF))
            hold_to_its_word(pack, finding, text, tmp_path)
