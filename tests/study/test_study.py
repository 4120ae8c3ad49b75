"""The study itself: that what it counts is what it says, and that it is written where it belongs."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from equity.rates import wilson_interval
from tests.study.coverage import Coverage, coverages, exact_share, holds
from tests.study.moves import Moves, said_of
from tests.study.report import BEGIN, END, report, write_into
from tests.study.rules import alarms


def test_an_interval_that_holds_everything_covers_all_and_one_that_holds_nothing_none():
    assert exact_share(lambda count, size: (0.0, 1.0), 20, 0.3) == pytest.approx(1)
    assert exact_share(lambda count, size: (0.9, 1.0), 20, 0.3) == 0


def test_wilsons_coverage_at_twenty_people_is_the_published_one():
    # Counts 6 to 14 of 20 have an interval that holds one half: the binomial chance of them is 1,005,...: 0.9586 (Brown, Cai & DasGupta 2001, figure 5).
    assert exact_share(wilson_interval, 20, 0.5) == pytest.approx(0.9586, abs=5e-5)


def test_a_limit_that_equals_the_truth_holds_it():
    assert holds((0.1 + 0.2, 0.9), 0.3)
    assert not holds((0.31, 0.9), 0.3)


def test_every_interval_is_studied_at_every_size_and_is_no_nonsense():
    found = coverages(draws=400)
    assert len({one.interval for one in found}) == 10
    assert all(0.85 < one.smallest <= one.mean <= 1 for one in found)


def test_a_still_gap_is_rarely_called_moved_and_a_closing_one_is_found():
    still = said_of("still", 9, 300, 0.0, 0.0, 200)
    closing = said_of("closing", 18, 300, 0.10, 0.0, 100)
    assert still.moved < 0.1
    assert closing.closing > 0.9 and closing.widening == 0


def test_every_rule_speaks_more_often_where_something_happens():
    for one in alarms(draws=200):
        assert one.still < one.moved, one


def words() -> str:
    return report(
        [Coverage("Wilson", "20 people", 0.954, 0.925, "rate 95%"), Coverage("Byar", "5 expected", 0.98, 0.98, "")],
        [Moves("still", 4, 30, 0.02, 0.01, 0.0), Moves("still", 4, 100, 0.03, 0.01, 0.005)],
        [],
        draws=4000,
        on=date(2026, 11, 25),
    )


def test_the_report_names_what_falls_short_and_puts_sizes_side_by_side():
    assert "Below 93 % at some true rate: Wilson at 20 people, rate 95%: 92.5%." in words()
    assert "| gap | periods | 30 people | 100 people |" in words()
    assert "| still | 4 | 3.0% | 4.5% |" in words()
    assert "2026-11-25" in words()


def test_a_new_study_takes_the_old_ones_place_and_touches_nothing_else(tmp_path: Path):
    document = tmp_path / "methods.md"
    document.write_text(f"# Before\n{BEGIN}\nold\n{END}\nafter\n", encoding="utf-8")
    write_into(document, "new")
    assert document.read_text(encoding="utf-8") == f"# Before\n{BEGIN}\nnew\n{END}\nafter\n"
    document.write_text("# No place\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"methods\.md has no place for the study"):
        write_into(document, "new")
