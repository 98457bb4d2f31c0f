"""The key map that the settings ask for, or all that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from textual.binding import Binding
from textual.keys import REPLACED_KEYS, Keys, key_to_character

from cbassess.errors import Problem, SettingsError
from cbassess.settings import Settings, near, settings_file
from cbassess.tui.keys.named import NamedKeys, named_keys
from cbassess.tui.keys.presets import PRESETS

MODIFIERS = frozenset({"ctrl", "alt", "shift", "super", "hyper", "meta"})
NAMES = frozenset(key.value for key in Keys if "<" not in key.value)

KeyMap = Mapping[str, tuple[str, ...]]


def keymap_of(settings: Settings) -> dict[str, str]:
    """For each id whose keys are moved, its keys as Textual takes them.

    Raises:
        SettingsError: an id or a key that there is not, or a key that would do two things.
    """
    if not settings.moves_keys:
        return {}
    named = named_keys()
    wrong = list(_unknown(settings, named))
    moved = {id_: _spelled(keys) for id_, keys in {**PRESETS[settings.preset], **settings.keys}.items()}
    wrong = wrong or list(_typing(settings, moved, named)) or list(_clashes(settings, moved, named))
    if wrong:
        raise SettingsError(wrong)
    return {id_: ",".join(keys) for id_, keys in moved.items()}


def _spelled(keys: tuple[str, ...]) -> tuple[str, ...]:
    """Keys in Textual's spelling: `?` is `question_mark`."""
    return tuple(one.key for key in keys for one in Binding.make_bindings([Binding(_one(key), "")]))


def _one(key: str) -> str:
    return "comma" if key == "," else key


def _unknown(settings: Settings, named: Mapping[str, NamedKeys]) -> Iterator[Problem]:
    """Ids and keys that there are not."""
    for id_, keys in settings.keys.items():
        if id_ not in named:
            yield _problem(settings, id_, "unknown-setting", "There is no key of this id.", near(id_, named))
        for key in keys:
            if not _is_key(_one(key)):
                yield _problem(settings, id_, "unknown-key", f"{key!r} is no key.", _cure(key))


def _is_key(key: str) -> bool:
    *modifiers, base = key.split("+")
    if not MODIFIERS.issuperset(modifiers) or not base or (modifiers and base != base.lower()):
        return False
    return base in NAMES or key in NAMES or len(base) == 1 or _types(base)


def _types(key: str) -> bool:
    """Whether a key types a character; some have other names with Textual than in Unicode."""
    return key_to_character(REPLACED_KEYS.get(key, key)) is not None


def _cure(key: str) -> str:
    *modifiers, base = key.split("+")
    shift = ["shift"] if modifiers == [one.lower() for one in modifiers] and base != base.lower() else []
    written = "+".join([*(one.lower() for one in modifiers), *shift, base.lower()])
    if written != key and _is_key(written):
        return f'Write "{written}".'
    hint = near(base.lower(), sorted(NAMES)) if len(base) > 1 else ""
    return hint if hint.startswith("Did") else 'Keys are written like "n", "f2", "ctrl+n", "pagedown" or "slash".'


def _typing(settings: Settings, moved: KeyMap, named: Mapping[str, NamedKeys]) -> Iterator[Problem]:
    """A key that is looked at before a text field cannot be one that types something."""
    for id_, keys in moved.items():
        for key in keys:
            if named[id_].first and _types(key):
                message = f"{key!r} types something in a field, and this must work there too."
                hint = 'Take one with ctrl, such as "ctrl+x", or an F key.'
                yield _problem(settings, id_, "key-clash", message, hint)


def _clashes(settings: Settings, moved: KeyMap, named: Mapping[str, NamedKeys]) -> Iterator[Problem]:
    """Keys that would do two things at one place; what shares a key by itself may share another one.

    A preset is ours, so a test holds that its keys do not meet.
    """
    keys = {id_: moved.get(id_, one.keys) for id_, one in named.items()}
    groups = {one.group for one in named.values() if one.is_of_a_screen}
    for id_ in settings.keys:
        for other in named:
            both = set(keys[id_]) & set(keys[other])
            twice = other in settings.keys and other < id_  # told once, at the first of the two
            if id_ == other or not both or twice or set(named[id_].keys) & set(named[other].keys):
                continue
            if _meet(named[id_], named[other], groups):
                message = f"{sorted(both)[0]!r} is also the key of {other} ({named[other].meaning})."
                yield _problem(settings, id_, "key-clash", message, "Give one of the two another key.")


def _meet(one: NamedKeys, other: NamedKeys, groups: set[str]) -> bool:
    """Whether both can be pressed at one place; `groups` are those of single screens."""
    return bool(one.group == other.group or one.is_with(other) or {one.group, other.group} - groups)


def _problem(settings: Settings, id_: str, code: str, message: str, hint: str) -> Problem:
    name = f"keys.{id_}" if id_ in settings.keys else "keys.preset"
    return Problem(str(settings_file()), settings.lines.get(name, 0), name, code, message, hint)
