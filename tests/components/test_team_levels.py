from __future__ import annotations

import pytest

from components.team_levels import DomainRow, domain_row, domain_rows, dumbbell, heard, level_words, levels_table, place
from equity.rater_spread import RaterSpread
from tests.components.plain import cells, every, plain, text

LEVELS = (1, 2, 3, 4, 5)
UP = DomainRow("Within", 2, 4, "Established", "Leaders share power.", "Others learn from it.")
DATES = {"then": "in July 2025", "now": "in September 2026"}


def marks(row):
    """(kind, left, width) of everything drawn but the dots of the levels."""
    return [(one.className, one.style["left"], one.style.get("width")) for one in dumbbell(row, LEVELS).children if one.className != "step"]


@pytest.mark.parametrize(("level", "left"), [(1, "10%"), (3, "50%"), (5, "90%")])
def test_levels_stand_at_equal_steps(level, left):
    assert place(level, LEVELS) == left


def test_any_number_of_levels_finds_its_place():
    assert [place(level, (0, 1, 2, 3)) for level in (0, 3)] == ["12.5%", "87.5%"]


def test_a_move_is_a_line_from_hollow_to_filled():
    # from level 2 at 30 % to level 4 at 70 %
    assert marks(UP) == [("span", "30%", "40%"), ("then", "30%", None), ("now", "70%", None)]


def test_a_move_down_is_drawn_as_well():
    assert marks(DomainRow("Within", 4, 3)) == [("span", "50%", "20%"), ("then", "70%", None), ("now", "50%", None)]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (DomainRow("Within", 3, 3), [("now", "50%", None)]),
        (DomainRow("Within", None, 3), [("now", "50%", None)]),
        (DomainRow("Within", None, None), []),
        (DomainRow("Within", 3, None), [("then", "50%", None)]),
    ],
)
def test_only_what_is_known_is_drawn(row, expected):
    assert marks(row) == expected


def test_a_move_up_without_evidence_is_hollow_and_says_so():
    row = DomainRow("Within", 2, 3, "Developing", "We start.", unsupported=True)
    assert marks(row)[-1] == ("now unproven", "50%", None)
    assert text(level_words(row)[-1]) == "Moved up with no evidence on file: drawn hollow."


def test_every_level_has_a_dot():
    assert sum(one.className == "step" for one in dumbbell(UP, LEVELS).children) == 5


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (UP, "Level 2 in July 2025, level 4 in September 2026."),
        (DomainRow("Within", None, 3), "Level 3 in September 2026."),
        (DomainRow("Within", None, None), "Not scored."),
    ],
)
def test_the_dumbbell_is_heard(row, said):
    assert heard(row, **DATES) == said
    assert said in text(domain_row(row, LEVELS, **DATES))


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (UP, ["4 Established. Leaders share power.", "Next: Others learn from it."]),
        (DomainRow("Within", 2, 3), ["Level 3."]),
        (DomainRow("Within", None, None), ["Not scored."]),
    ],
)
def test_a_level_says_its_words_and_those_of_the_next(row, said):
    assert [text(one) for one in level_words(row)] == said


def test_rows_stand_under_the_numbers_of_the_levels():
    shown = domain_rows([UP, UP], LEVELS, **DATES)
    head, first, second = shown.children
    assert plain(head)["Div"]["aria-hidden"] == "true"
    assert text(head) == "12345"
    assert [text(every(row, "H3")) for row in (first, second)] == ["Within", "Within"]


def test_the_table_tells_who_gave_which_level_and_on_what_evidence():
    rows = [
        DomainRow("Within", 2, 3),
        DomainRow("Together", 2, 3, unsupported=True),
        DomainRow("Equity", 3, 3),
        DomainRow("Outcomes", None, None),
    ]
    spreads = [RaterSpread(own=3, coach=2, agreed=3, lowest=2, highest=3, raters=2), *[RaterSpread()] * 3]
    table = levels_table(rows, spreads, caption="Community", **DATES)
    assert cells(table) == [
        ["Domain", "In July 2025", "In September 2026", "Self", "Coach", "Agreed", "Raters", "Evidence of the move up"],
        ["Within", "2", "3", "3", "2", "3", "2", "on file"],
        ["Together", "2", "3", "not scored", "not scored", "not scored", "0", "none on file"],
        ["Equity", "3", "3", "not scored", "not scored", "not scored", "0", "no move up"],
        ["Outcomes", "not scored", "not scored", "not scored", "not scored", "not scored", "0", "no move up"],
    ]
