"""The table of attacks: each is held by tests that are there, or says why none holds it."""

from __future__ import annotations

import re

import pytest

from tests.shared import REPOSITORY
from tests.web.security_cases import HELD, NOT_YET


def known_tests() -> set[str]:
    found = (path.read_text(encoding="utf-8") for room in ("web", "browser") for path in (REPOSITORY / "tests" / room).glob("test_*.py"))
    named = (path.read_text(encoding="utf-8") for path in (REPOSITORY / "tests").glob("test_*.py"))
    return {name for text in (*found, *named) for name in re.findall(r"^def (test_\w+)", text, flags=re.MULTILINE)}


@pytest.mark.parametrize("case", HELD)
def test_each_case_is_held_by_tests_that_are_there(case: str) -> None:
    assert HELD[case]
    assert set(HELD[case]) - known_tests() == set()


def test_each_case_that_no_test_holds_says_why() -> None:
    assert not set(HELD) & set(NOT_YET)
    assert [case for case, why in NOT_YET.items() if not why.endswith(".") or len(why) < 20] == []


@pytest.mark.parametrize(("letter", "numbers"), [("A", range(1, 18)), ("Z", range(1, 15)), ("C", range(1, 7)), ("H", range(1, 3)), ("E", range(1, 8))])
def test_no_case_is_passed_over(letter: str, numbers: range) -> None:
    told = {case[:3] for case in (*HELD, *NOT_YET)}
    assert [number for number in numbers if f"{letter}{number:02}" not in told] == []
