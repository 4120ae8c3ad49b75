"""What is there is documented, and what is documented is there."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest

from equity import blanks
from equity.glossary import GLOSSARY
from settings import SETTINGS
from tests.house.tree import ROOMS, files, text
from tests.shared import REPOSITORY

DOCUMENTS = [name for name in files() if name.endswith(".md")]


def rows(document: str, heading: str) -> list[list[str]]:
    """The cells of every table row below a heading and above the next of its rank."""
    rank = heading.split(" ")[0]
    part = text(document).split(f"{heading}\n", 1)[1].split(f"\n{rank} ", 1)[0]
    lines = [line for line in part.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


def quoted(cells: Iterable[str]) -> list[str]:
    return [cell.strip("`") for cell in cells if cell.startswith("`")]


def asked_for() -> list[str]:
    lines = (text("requirements.in") + text("requirements-dev.in")).splitlines()
    return [re.split(r"[\[=]", line)[0] for line in lines if not line.startswith("-c")]


def test_every_setting_is_documented_with_its_default_and_no_other_is() -> None:
    documented = {row[0].strip("`"): row[1:] for row in rows("docs/operations.md", "## Settings") if row[0].startswith("`")}
    assert documented == {setting.name: [f"`{setting.default}`" if setting.default else "empty", setting.help] for setting in SETTINGS}


def test_every_make_target_is_documented_and_no_other_is() -> None:
    targets = re.findall(r"^([a-z-]+):.*## ", text("Makefile"), flags=re.MULTILINE)
    documented = [command.split()[1] for command in quoted(row[0] for row in rows("docs/operations.md", "## Commands")) if command != "make"]
    assert sorted(documented) == sorted(set(targets) - {"help"})


def test_every_package_has_its_reason_and_no_other_has() -> None:
    reasoned = [row[0] for row in rows("docs/decisions.md", "## Packages") if row[0] not in ("Package", "---")]
    assert sorted(reasoned) == sorted(asked_for())


def test_the_readme_shows_every_room() -> None:
    shown = {re.sub(r"\[(.*?)/?\].*", r"\1", row[0]) for row in rows("README.md", "## The rooms") if row[0].startswith("[")}
    assert shown == {"app.py", "settings.py", *ROOMS, "assets", "tests", "docs"}


def test_the_first_screen_of_the_readme_has_a_picture_and_the_two_commands() -> None:
    first_screen = "\n".join(text("README.md").splitlines()[:12])
    assert "docs/network.png" in first_screen
    assert "make run" in first_screen
    assert "make test" in first_screen


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_link_of_a_document_leads_somewhere(document: str) -> None:
    folder = (REPOSITORY / document).parent
    links = [link.split("#")[0] for link in re.findall(r"\]\(([^)\s]+)\)", text(document)) if not link.startswith(("http", "#"))]
    assert [link for link in links if not (folder / link).exists()] == []


def test_the_glossary_has_every_verdict_every_blank_and_no_word_twice() -> None:
    words = [row[0] for row in rows("docs/glossary.md", "# Glossary")[1:]]
    verdicts = ["closing", "levelled down", "widening", "no clear change", "cannot tell yet"]
    assert set(verdicts) <= set(words)
    assert len(set(words)) == len(words)
    blank = next(line for line in text("docs/glossary.md").splitlines() if line.startswith("| blank |")).lower()
    assert [word for word in set(blanks.WORDS.values()) if word not in blank] == []


def test_the_glossary_is_the_same_on_the_page_and_in_the_handbook() -> None:
    written = [tuple(row) for row in rows("docs/glossary.md", "# Glossary")[1:]]
    assert written == [(one.word, one.means, ", ".join(one.where)) for one in GLOSSARY]
