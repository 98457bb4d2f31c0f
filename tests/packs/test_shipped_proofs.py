"""The shipped pack can be proved in bounded time, and whoever refutes something does show it."""

from __future__ import annotations

from pathlib import Path

import pytest

from cbassess.model.responses import ResponseSet
from cbassess.packs.filling import answers_file
from cbassess.proving import prove
from cbassess.workflow import open_pack
from tests.unit.proving.claims import AS_OF, hold_to_its_word


@pytest.mark.timeout(600)
def test_every_statement_is_decided_and_every_counterexample_is_one(tmp_path: Path) -> None:
    pack = open_pack()
    proof = prove(pack, AS_OF, seconds=300)
    assert sum(one.undecided for one in proof.tallies) == 0
    assert sum(one.proved for one in proof.tallies) > 1_000
    # No step back: what every proof about chains of actions stands on.
    assert [finding for finding in proof.findings if finding.code == "step-lowers"] == []
    for finding in proof.findings:
        if finding.responses is not None:
            text = answers_file(ResponseSet("A", finding.responses, as_of=AS_OF))
            hold_to_its_word(pack, finding, text, tmp_path)
