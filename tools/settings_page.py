"""`docs/reference/settings.md`, written from the settings and the keys themselves: `python -m tools.settings_page`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cbassess.settings import TABLE, Settings, as_toml
from cbassess.tui.keys import named_keys
from cbassess.tui.keys.presets import PRESETS

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "settings.md"

HEAD = """\
<!-- Written by `make generate` from the settings and the keys. Do not edit. -->

# Settings

The file is TOML. `cbassess config path` tells where it is, `CBASSESS_CONFIG` names another one, `cbassess config init`
writes one with every setting. It concerns the app and its language; documents do not look at it.
[Settings](../how-to/settings.md) shows how to use it.

| Setting | Can be | Default | Meaning |
|---|---|---|---|
"""

WRONG = """
What is wrong is told whole, each with file, line, key and cure, and the app does not start before it is mended:

| Code | Meaning |
|---|---|
| `not-toml` | The file is not TOML. |
| `unknown-setting` | There is no such setting, or no key of such an id; the nearest is named. |
| `wrong-setting` | The setting cannot have this value; what it can be is named. |
| `unknown-key` | There is no key of this name; the nearest is named. |
| `key-clash` | A key would do two things at one place; the other one is named. |

## Keys

`[keys]` gives other keys to what stands here, by its id: `home.new_seller = ["n", "ctrl+n"]`. The preset comes first,
your own lines after it. Where the table shows two keys, either does it. Keys are written like `n`, `G`, `f2`, `ctrl+n`,
`shift+tab`, `pagedown`, `slash` or `question_mark`.

| Id | Keys | With the vim preset | Does |
|---|---|---|---|
"""


def page() -> str:
    """The whole page."""
    return HEAD + "".join(_settings()) + WRONG + "".join(_keys())


def _settings() -> Iterator[str]:
    defaults = Settings()
    for one in TABLE:
        choices = ", ".join(f"`{as_toml(choice)}`" for choice in one.choices) or "`true`, `false`"
        default = getattr(defaults, one.attribute)
        yield f"| `{one.name}` | {choices} | {f'`{as_toml(default)}`' if default != '' else '-'} | {one.meaning} |\n"


def _keys() -> Iterator[str]:
    vim = PRESETS["vim"]
    for id_, one in sorted(named_keys().items()):
        yield f"| `{id_}` | {_listed(one.keys)} | {_listed(vim.get(id_, ()))} | {one.meaning} |\n"


def _listed(keys: tuple[str, ...]) -> str:
    return ", ".join(f"`{key}`" for key in keys)


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
