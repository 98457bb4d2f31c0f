"""The file of settings: strict in reading, gentle in changing."""

from __future__ import annotations

from pathlib import Path

import pytest

from cbassess.errors import SettingsError, UsageError
from cbassess.settings import PRESETS, TABLE, THEMES, Settings, changed, read_settings, settings_in, starting_text
from cbassess.tui.keys.presets import PRESETS as KEYS_OF_PRESETS
from cbassess.tui.themes import THEMES as ALL_THEMES
from cbassess.tui.themes import named
from cbassess.workflow import begin_settings, remember

FILE = Path("config.toml")


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    found = tmp_path / "settings" / "config.toml"
    monkeypatch.setenv("CBASSESS_CONFIG", str(found))
    return found


def wrong(text: str) -> list[tuple[int, str, str, str]]:
    with pytest.raises(SettingsError) as caught:
        settings_in(text.encode(), FILE)
    return [(one.line, one.path, one.code, one.hint) for one in caught.value.problems]


def test_without_a_file_the_defaults_count(file: Path) -> None:
    assert read_settings() == Settings()


def test_every_setting_is_read() -> None:
    text = 'language = "zh-CN"\ntheme = "light"\nascii = true\nmouse = false\n[keys]\npreset = "vim"\n'
    found = settings_in(f'{text}home.quit = ["x", "ctrl+x"]\n"list.down" = "n, down"\n'.encode(), FILE)
    assert (found.language, found.theme, found.ascii, found.mouse, found.preset) == (
        "zh-CN",
        "light",
        True,
        False,
        "vim",
    )
    assert found.keys == {"home.quit": ("x", "ctrl+x"), "list.down": ("n", "down")}
    assert found.lines["keys.list.down"] == 8


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('them = "dark"', (1, "them", "unknown-setting", "Did you mean theme?")),
        ('\ntheme = "drak"', (2, "theme", "wrong-setting", 'Did you mean "dark"?')),
        ("# x\n\nmouse = 1", (3, "mouse", "wrong-setting", "Write true or false.")),
        ('[keys]\npreset = "emacs"', (2, "keys.preset", "wrong-setting", 'It can be: "standard", "vim".')),
        ("[window]\nsize = 3", (2, "window.size", "unknown-setting", "")),
        ("[keys]\nhome.quit = []", (2, "keys.home.quit", "wrong-setting", "Write one key")),
        ('[keys.home]\nquit = ["n", 3]', (2, "keys.home.quit", "wrong-setting", "Write one key")),
        ('ok = "\ntheme', (1, "", "not-toml", "Each line is a setting")),
        ("theme = 'dark'\ntheme = 'light'", (2, "", "not-toml", "Each line is a setting")),
        ("x = " + "[" * 30_000, (0, "", "not-toml", "Each line is a setting")),
    ],
)
def test_what_is_wrong_is_named_with_its_line_and_its_cure(text: str, problem: tuple[int, str, str, str]) -> None:
    ((line, path, code, hint),) = wrong(text)
    assert (line, path, code) == problem[:3]
    assert hint.startswith(problem[3])


def test_everything_that_is_wrong_is_named_in_one_go() -> None:
    assert [row[0] for row in wrong('them = "x"\nmouse = 3\n[keys]\npreset = 1')] == [1, 2, 4]


@pytest.mark.parametrize("content", [b"\xff\xfe", b"#" * 100_001, b"\x00"])
def test_what_is_no_text_is_refused(content: bytes) -> None:
    with pytest.raises(SettingsError):
        settings_in(content, FILE)


def test_a_folder_in_its_place_is_told(file: Path) -> None:
    file.mkdir(parents=True)
    with pytest.raises(SettingsError, match="cannot be read"):
        read_settings()


def test_the_file_to_begin_with_changes_nothing(file: Path) -> None:
    assert begin_settings() == file
    assert read_settings() == Settings()
    assert {one.name.rpartition(".")[2] for one in TABLE} <= set(file.read_text().replace("#", "").split())
    with pytest.raises(UsageError, match="settings already"):
        begin_settings()


def test_each_commented_setting_of_it_can_be_used() -> None:
    rows = [row for row in starting_text().splitlines() if " = " in row and row.startswith("# ")]
    for row in rows:
        settings_in(starting_text().replace(row, row.removeprefix("# ")).encode(), FILE)
    assert len(rows) == len(TABLE) + 1


def test_what_is_remembered_leaves_the_rest_as_it_was_typed(file: Path) -> None:
    typed = '# mine\nlanguage = "en"   # home\n\n[keys]\nhome.quit = "x"\n'
    file.parent.mkdir()
    file.write_text(typed)
    remember("theme", "light")
    assert read_settings().theme == "light"
    assert [row for row in file.read_text().splitlines() if row != 'theme = "light"'] == typed.splitlines()
    assert remember("theme", "dark") == file
    assert file.read_text().count("theme") == 1


def test_a_file_that_is_wrong_is_not_touched(file: Path) -> None:
    file.parent.mkdir()
    file.write_text('them = "light"')
    with pytest.raises(SettingsError):
        remember("theme", "dark")
    assert file.read_text() == 'them = "light"'


def test_a_link_stays_a_link(file: Path, tmp_path: Path) -> None:
    file.parent.mkdir()
    file.symlink_to(tmp_path / "real.toml")
    remember("theme", "light")
    assert file.is_symlink()
    assert "light" in (tmp_path / "real.toml").read_text()


def test_changing_puts_a_new_setting_before_the_first_table() -> None:
    assert settings_in(changed("[keys]\npreset = 'vim'\n", "theme", "light").encode(), FILE).theme == "light"


def test_the_choices_are_those_that_the_app_has() -> None:
    assert [named(name) for name in THEMES] == [theme.name for theme in ALL_THEMES]
    assert tuple(KEYS_OF_PRESETS) == PRESETS
