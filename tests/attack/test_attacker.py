"""The attacker finds what can be found by hand, and nothing where there is nothing."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from tests.attack.attacker import Contradiction, leaks
from tests.attack.model import models
from tests.attack.published import CAP, SHARE, Published, Seen, number_range, rate_range, seen_cells
from tests.attack.sums import untied

HIDDEN = "*"


def published(written: str) -> tuple[Published, dict]:
    """Team, group, what is printed (n/d, rate@size or *) and the real n/d: one line each, of one quarter."""
    rows, truth = [], {}
    for team, group, shown, real in (line.split() for line in written.strip().splitlines()):
        row = {"team": team, "period": "2025-Q1", "dimension": "overall" if group == "ALL" else "race", "group": group, "suppressed": "", "rate": ""}
        numerator, slash, denominator = shown.partition("/")
        rate, at, size = shown.partition("@")
        if slash:
            row |= {"numerator": numerator, "denominator": denominator}
        elif at:
            row |= {"numerator": "", "denominator": size, "rate": rate}
        else:
            row |= {"numerator": HIDDEN, "denominator": HIDDEN, "suppressed": "1"}
        rows.append(row)
        truth[team, "2025-Q1", row["dimension"], group] = tuple(map(int, real.split("/")))
    return Published(seen_cells(rows, 100)), truth


def found(written: str, **how: object) -> set[tuple[str, str, float, float]]:
    return {(leak.key[3], leak.number, round(leak.low, 3), round(leak.high, 3)) for leak in leaks(*published(written), **how)}


def test_a_single_hole_is_filled_by_subtraction():
    assert found("A ALL 60/100 60/100 \n A b 57/90 57/90 \n A w * 3/10".replace(" \n ", "\n")) == {
        ("w", "numerator", 3, 3),
        ("w", "denominator", 10, 10),
        ("w", "complement", 7, 7),
    }


def test_two_holes_with_enough_people_hide_each_other():
    assert found("A ALL 60/100 60/100\nA b 40/60 40/60\nA w * 3/12\nA x * 17/28") == set()


def test_a_network_row_tells_a_team_what_is_not_its_own():
    rows = "ALL b 40/80 40/80\nA b * 37/72\nB b * 3/8"
    assert found(rows) == set()
    seen, truth = published(rows)
    insider = seen.knowing(
        [{"team": "A", "period": "2025-Q1", "dimension": "race", "group": "b", "numerator": "37", "denominator": "72", "suppressed": "", "rate": ""}]
    )
    assert {leak.key[0] for leak in leaks(insider, truth, own=("A",))} == {"B"}


def test_a_percent_with_decimals_gives_its_fraction_back():
    tight = "A ALL 61.3@20-49 19/31\nA b 57.1@20-49 16/28\nA w * 3/3"
    assert ("w", "denominator") in {leak[:2] for leak in found(tight)}


def test_a_rate_and_a_band_leave_the_rest_open():
    assert found("A ALL 62@200-499 180/290\nA b 63@200-499 174/280\nA w * 6/10") == set()


def test_a_marker_taken_for_the_rule_narrows_only_what_it_says():
    rows = "A ALL 62/100 62/100\nA b * 30/55\nA w * 32/45"
    assert found(rows, takes_markers=True) == set()


def test_numbers_that_fit_no_table_are_told():
    with pytest.raises(Contradiction):
        found("A ALL 60/100 60/100\nA b 50/50 50/50\nA w 5/60 5/60")


def test_two_divisions_of_time_are_refused():
    cells = {("A", period, "overall", "ALL"): Seen() for period in ("2025-Q1", "2025-02")}
    with pytest.raises(ValueError, match="divisions"):
        list(models(Published(cells)))


@pytest.mark.parametrize(("text", "expected"), [("20-49", (20, 49)), (">=1000000", (1_000_000, CAP)), ("37", (37, 37)), ("", (0, CAP))])
def test_sizes_are_read(text, expected):
    assert number_range(text) == expected


def test_a_rate_is_as_sure_as_its_decimals():
    assert rate_range("62", 100) == (Fraction(615, 1000), Fraction(625, 1000))
    assert rate_range("5.5", 1_000) == (Fraction(545, 100_000), Fraction(555, 100_000))
    assert rate_range("0", 100) == (0, Fraction(5, 1000))
    assert rate_range("", 100) is None


def test_a_sum_that_does_not_hold_is_left_out_and_the_others_still_tell():
    rows = "ALL b 40/80 40/80\nA ALL 60/130 60/130\nA b 37/72 37/72\nA w 20/50 20/50\nB b * 3/8"
    with pytest.raises(Contradiction):
        found(rows)
    seen, truth = published(rows)
    wrong = untied(seen, truth)
    assert {key[0][:3:2] for key in wrong} == {("A", "overall")}
    assert {leak.key[0] for leak in leaks(replace(seen, untied=wrong), truth)} == {"B"}


def test_a_share_that_counts_other_people_ties_nothing():
    numbers = {("A", "2025-Q1", "race", "u"): (4, 12), ("A", "2025-Q1", "race", SHARE): (12, 90), ("A", "2025-Q1", "overall", "ALL"): (50, 90)}
    seen = Published({key: Seen() for key in numbers}, unknown={"race": ["u"]})
    everyone = ("A", "2025-Q1", "overall", "ALL")
    assert not any(SHARE in key[0] for key in untied(seen, numbers))
    more = numbers | {("A", "2025-Q1", "race", SHARE): (13, 91)}
    share = ("A", "2025-Q1", "race", SHARE)
    assert {key for key in untied(seen, more) if key[0] == share} == {(share, ("A", "2025-Q1", "race", "u")), (share, everyone)}
