"""The pictures of `docs/exports.md`: `python -m tools.pictures`. Needs LibreOffice, poppler and Chromium.

Each shows a file as the program of its reader shows it. They are made by hand, not in the tests: another version of
a program draws another picture.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from cbassess.workflow import answers_template, open_pack
from tests.programs.documents import write

FOLDER = Path(__file__).parents[1] / "docs" / "pictures"
LIGHT, DARK = 1, 0
DOTS, LARGER = 72, 105


def main() -> None:
    """Write all pictures anew."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _browser(folder, "en", LIGHT)
        _browser(folder, "zh-CN", DARK)
        for language in ("en", "zh-CN"):
            plan, _ = write(folder, "pdf", language)
            _page(plan, 1, f"pdf-first-page.{language}")
            word, _ = write(folder, "docx", language)
            _page(_printed(folder, word), 1, f"docx-first-page.{language}")
            book, _ = write(folder, "xlsx", language)
            sheets = _printed(folder, book)
            _page(sheets, 1, f"xlsx-summary.{language}")
            _page(sheets, 2, f"xlsx-plan.{language}", LARGER, 460)
            _questionnaire(folder, language)
        _page(folder / "plan.en.pdf", 4, "pdf-calendar.en")
        _page(folder / "change.zh-CN.pdf", 1, "pdf-change.zh-CN", DOTS, 420)


def _questionnaire(folder: Path, language: str) -> None:
    made = answers_template(open_pack(None, language), "xlsx").content
    path = folder / "questionnaire.xlsx"
    path.write_bytes(made if isinstance(made, bytes) else made.encode())
    _page(_printed(folder, path), 1, f"questionnaire.{language}", LARGER, 560)


def _browser(folder: Path, language: str, scheme: int) -> None:
    page, _ = write(folder, "html", language)
    profile, picture = f"--user-data-dir={folder / language}", FOLDER / f"html.{language}.png"
    look = (f"--blink-settings=preferredColorScheme={scheme}", "--window-size=900,1150", "--hide-scrollbars")
    _run(
        "chromium",
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        profile,
        *look,
        f"--screenshot={picture}",
        page.as_uri(),
    )


def _printed(folder: Path, path: Path) -> Path:
    """The file as LibreOffice prints it."""
    into = folder / path.suffix.lstrip(".")
    profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    _run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", into, path)
    return into / f"{path.stem}.pdf"


def _page(path: Path, number: int, name: str, dots: int = DOTS, height: int = 0) -> None:
    """A page, or so many rows of it from the top."""
    top = ("-x", 0, "-y", 0, "-W", 12 * dots, "-H", height) if height else ()
    _run("pdftoppm", "-r", dots, *top, "-f", number, "-l", number, "-singlefile", "-png", path, FOLDER / name)


def _run(program: str, *arguments: object) -> None:
    found = shutil.which(program)
    if found is None:
        raise SystemExit(f"{program} is not installed")
    subprocess.run([found, *(str(argument) for argument in arguments)], check=True, capture_output=True)  # noqa: S603


if __name__ == "__main__":
    main()
