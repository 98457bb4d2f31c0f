"""The command line: arguments in, exit codes out. `main` is the entry point.

Importing this loads click and our errors, nothing else: `cbassess --version` must be quick. Each command
imports what it needs when it runs, and only the app imports Textual.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

import click

from cbassess import memory
from cbassess.cli import talk
from cbassess.cli.group import program
from cbassess.errors import InputError, StoreError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line, that of the process where none is given; the exit code as listed in `talk`."""
    # Answers are business secrets: nothing that is made from here on is readable for others.
    os.umask(0o077)
    memory.begin()
    talk.prepare_streams()
    try:
        code = program.main(arguments, prog_name="cbassess", standalone_mode=False)
    except click.Abort:
        talk.say("Stopped.")
        return talk.STOPPED
    except click.ClickException as error:
        return talk.report_usage(error)
    except InputError as error:
        return talk.report_input(error)
    except StoreError as error:
        talk.say(str(error))
        return talk.FAULT
    except Exception as error:  # the last fence: whatever it is, no variable and no answer is shown
        return talk.report_fault(error)
    return code if isinstance(code, int) else talk.DONE
