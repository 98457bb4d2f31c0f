"""All commands by name. Each is loaded when it is asked for, so that one command does not wait for the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping
from importlib import import_module
from types import MappingProxyType

import click

HOMES: Mapping[str, str] = MappingProxyType(
    {
        "answer": "answer.answer",
        "assess": "assess.assess",
        "backup": "backup.backup",
        "compare": "compare.compare",
        "completion": "completion.completion",
        "config": "config.config",
        "doctor": "doctor.doctor",
        "explain": "explain.explain",
        "export": "export.export",
        "goal": "goal.goal",
        "history": "history.history",
        "import": "importing.import_",
        "open": "open.open_",
        "pack": "pack.pack",
        "restore": "restore.restore",
        "sellers": "sellers.sellers",
        "serve": "serve.serve",
        "sheet": "sheet.sheet",
        "step": "step.step",
        "template": "template.template",
        "whatif": "whatif.whatif",
    }
)
"""Name of a command -> where it lives, below `cbassess.cli.commands`."""


class CommandTable(MutableMapping[str, click.Command]):
    """The commands as click wants them."""

    def __init__(self) -> None:
        self._loaded: dict[str, click.Command] = {}

    def __getitem__(self, name: str) -> click.Command:
        """The command; KeyError where there is none."""
        if name not in self._loaded:
            module, _, attribute = HOMES[name].rpartition(".")
            self._loaded[name] = getattr(import_module(f"cbassess.cli.commands.{module}"), attribute)
        return self._loaded[name]

    def __setitem__(self, name: str, command: click.Command) -> None:
        self._loaded[name] = command

    def __delitem__(self, name: str) -> None:
        del self._loaded[name]

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys((*HOMES, *self._loaded)))

    def __len__(self) -> int:
        return len({*HOMES, *self._loaded})
