"""What must stand in no file of the project."""

from __future__ import annotations

import re

import pytest

from tests.house.tree import files, text

# Written in pieces, so that this file passes its own test.
HOMES = "|".join(["/ro" + "ot/", "/ho" + "me/", "/Us" + "ers/", "/wo" + "rk/", "/op" + "t/wheels", "/op" + "t/pypi"])
REGISTRIES = "|".join(["pypi" + r"\.org", "python" + r"hosted\.org", "npm" + r"js\.(org|com)", "jsd" + "elivr", "unp" + r"kg\.com", "cdn" + "js"])
LISTED = "|".join(["--index" + "-url", "--extra-index" + "-url", "--find" + "-links"])
READ = (".py", ".md", ".txt", ".in", ".toml", ".yaml", ".css", ".js", ".csv", ".json", ".html", "Makefile", "Dockerfile", "run")
WRITTEN = [name for name in files() if name.endswith(READ) and not name.startswith("assets/vendor/")]


def found(pattern: str, names: list[str]) -> list[str]:
    return [f"{name}: {match.group()}" for name in names for match in re.finditer(pattern, text(name))]


def test_no_file_names_a_folder_of_one_machine() -> None:
    assert found(rf"(?<![\w.-])({HOMES})", WRITTEN) == []


def test_no_file_names_a_package_registry() -> None:
    assert found(REGISTRIES, WRITTEN) == []


def test_no_requirements_file_names_a_place_to_fetch_from() -> None:
    assert found(LISTED, [name for name in WRITTEN if name.startswith("requirements")]) == []


@pytest.mark.parametrize("ending", [".css", ".js"])
def test_our_assets_ask_no_other_host(ending: str) -> None:
    ours = [name for name in WRITTEN if name.startswith("assets/") and name.endswith(ending)]
    assert found(r"(?:https?:)?//(?!www\.w3\.org/)[\w-]+\.[a-z]{2,}[^\s\"')]*", ours) == []


def test_vendored_styles_fetch_nothing() -> None:
    styles = [name for name in files() if name.startswith("assets/") and name.endswith(".css")]
    assert found(r"@import|url\(\s*[\"']?(?:https?:)?//", styles) == []


def test_no_work_is_left_as_a_note() -> None:
    ours = [name for name in WRITTEN if name.endswith((".py", ".js", ".css"))]
    assert found(r"(?:#|//|/\*)[^\n]*\b(?:TO" + r"DO|FIX" + r"ME|X" + r"XX|HA" + r"CK)\b", ours) == []


def test_no_test_is_skipped() -> None:
    assert found(r"pytest\.(?:mark\.)?(?:sk" + r"ip|importor" + r"skip|xf" + r"ail)\w*", [name for name in WRITTEN if name.startswith("tests/")]) == []


def test_nothing_is_larger_than_the_house_carries() -> None:
    demo = sum(len(text(name).encode()) for name in files() if name.startswith("seed_data/") and name.endswith(".csv"))
    assert demo <= 3_000_000
