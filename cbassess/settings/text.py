"""The text of the file: how it begins, and how one setting is changed while all else stays as it was typed."""

from __future__ import annotations

from cbassess.settings.table import TABLE, Setting, Settings

HEAD = """\
# Settings of cbassess. Take the # away before a setting to use it.
# cbassess config check says whether all is well, cbassess config keys lists what a key can do.
"""
TAIL = """
[keys]
{preset}
# Any key can be moved by its id; several keys stand in a list.
# home.new_seller = ["n", "ctrl+n"]
"""


def starting_text() -> str:
    """A file that changes nothing: every setting with its default, commented out."""
    top = "".join(f"\n{_rows(one)}\n" for one in TABLE if "." not in one.name)
    (preset,) = (one for one in TABLE if "." in one.name)
    return HEAD + top + TAIL.format(preset=_rows(preset))


def _rows(one: Setting) -> str:
    default = getattr(Settings(), one.attribute)
    choices = f"# One of: {', '.join(one.choices)}.\n" if one.choices else ""
    return f"# {one.meaning}\n{choices}# {one.attribute} = {as_toml(one.choices[0] if default == '' else default)}"


def as_toml(value: str | bool) -> str:
    """A value of the table as the file writes it."""
    return str(value).lower() if isinstance(value, bool) else f'"{value}"'


def changed(text: str, name: str, value: str | bool) -> str:
    """The text of a sound file with one setting of its top changed; comments and order stay."""
    import tomlkit  # only whoever changes a setting waits for it

    document = tomlkit.parse(text)
    document[name] = value
    return tomlkit.dumps(document)
