"""`cbassess config`: the settings of the app, and whether they are sound."""

from __future__ import annotations

import click

from cbassess.cli import talk


@click.group()
def config() -> None:
    """Settings of the app: language, colours, keys.

    They stand in a TOML file; CBASSESS_CONFIG names another one. docs/how-to/settings.md explains them.
    """


@config.command()
def path() -> None:
    """Tell where the file of settings is, or would be."""
    from cbassess.settings import settings_file

    talk.put(f"{settings_file() or ''}\n")


@config.command()
def init() -> None:
    """Write a file with every setting, its meaning and its default."""
    from cbassess import workflow

    talk.say(f"Written: {workflow.begin_settings()}. Open it in an editor; it changes nothing yet.")


@config.command()
def show() -> None:
    """Print every setting as it counts now."""
    from cbassess.settings import TABLE, as_toml, read_settings

    settings = read_settings()
    for one in TABLE:
        value = as_toml(getattr(settings, one.attribute))
        line = settings.lines.get(one.name)
        talk.put(f"{f'{one.name} = {value}':<28}# {f'line {line}' if line else 'default'}\n")
    for id_, keys in settings.keys.items():
        listed = ", ".join(as_toml(key) for key in keys)
        talk.put(f"{f'keys.{id_} = [{listed}]':<28}# line {settings.lines[f'keys.{id_}']}\n")


@config.command()
def check() -> None:
    """Say what is wrong with the settings; exit code 2 where something is."""
    from cbassess.settings import read_settings, settings_file
    from cbassess.tui.keys import keymap_of

    keymap_of(read_settings())
    file = settings_file()
    there = file is not None and file.exists()
    talk.say(f"Nothing is wrong with {file}." if there else "There are no settings; the defaults count.")


@config.command()
def keys() -> None:
    """List the keys that can be moved: id, keys as they are now, and what each does."""
    from cbassess.settings import read_settings
    from cbassess.tui.keys import keymap_of, named_keys

    moved = keymap_of(read_settings())
    for id_, one in sorted(named_keys().items()):
        pressed = moved.get(id_, ",".join(one.keys)).replace(",", ", ")
        talk.put(f"{id_:<22} {pressed:<26} {one.meaning}".rstrip() + "\n")
