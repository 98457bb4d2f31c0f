"""`cbassess completion`: the script that completes commands and options when Tab is pressed."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from cbassess.cli import talk

SHELLS = ("bash", "zsh", "fish")


@click.command()
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print a script for completion with Tab.

    For bash: cbassess completion bash > ~/.local/share/bash-completion/completions/cbassess
    """
    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(f"click knows no completion for {shell}.")
    talk.put(kind(context.find_root().command, {}, "cbassess", "_CBASSESS_COMPLETE").source())
