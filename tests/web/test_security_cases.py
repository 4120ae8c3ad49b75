"""The table of attacks: each is held by tests that are there, or says why none holds it."""

from __future__ import annotations

import re

import pytest

from tests.shared import REPOSITORY
from tests.web.security_cases import HELD, NOT_YET

NUMBERS = {"S": 14, "A": 17, "Z": 14, "D": 11, "C": 6, "U": 11, "H": 2, "E": 7}


def known_tests() -> set[str]:
    rooms = [path for path in (REPOSITORY / "tests").iterdir() if path.is_dir() and path.name != "provider"]
    files = [*(REPOSITORY / "tests").glob("test_*.py"), *(file for room in rooms for file in room.rglob("test_*.py"))]
    return {name for file in files for name in re.findall(r"^def (test_\w+)", file.read_text(encoding="utf-8"), flags=re.MULTILINE)}


@pytest.mark.parametrize("case", HELD)
def test_each_case_is_held_by_tests_that_are_there(case: str) -> None:
    assert HELD[case]
    assert set(HELD[case]) - known_tests() == set()


def test_each_case_that_no_test_holds_says_why() -> None:
    assert not set(HELD) & set(NOT_YET)
    assert [case for case, why in NOT_YET.items() if not why.endswith(".") or len(why) < 20] == []


@pytest.mark.parametrize("letter", NUMBERS)
def test_no_case_is_passed_over(letter: str) -> None:
    told = {case[:3] for case in (*HELD, *NOT_YET)}
    assert [number for number in range(1, NUMBERS[letter] + 1) if f"{letter}{number:02}" not in told] == []
