from __future__ import annotations

from datetime import date

from equity.progress_scale import RatedProgress
from figures.progress_steps import progress_steps_figure
from figures.theme import PAPER
from tests.figures.reading import checked, is_empty_saying, named, narrow, said, strings
from tests.figures.trends import NASTY


def figure(table: str) -> dict:
    """One line a score: day, rater, score."""
    return checked(
        progress_steps_figure([RatedProgress(date.fromisoformat(day), rater, float(score)) for day, rater, score in map(str.split, table.splitlines())])
    )


BOTH = "2025-07-31 self 1\n2025-07-31 coach 0.5\n2026-01-31 coach 2\n2026-01-31 self 2.5"


def test_each_kind_of_rater_has_a_line_of_steps():
    found = figure(BOTH)
    assert [trace["name"] for trace in found["data"]] == ["self", "coach"]
    assert (named(found, "coach")["x"], named(found, "coach")["y"]) == (["2025-07-31", "2026-01-31"], [0.5, 2.0])
    assert {trace["line"]["shape"] for trace in found["data"]} == {"hv"}


def test_marks_on_one_step_are_both_seen_the_small_one_within_the_large():
    own, coach = named(figure(BOTH), "self")["marker"], named(figure(BOTH), "coach")["marker"]
    assert (own["color"], own["symbol"], coach["symbol"]) == (PAPER, "triangle-up", "square")
    assert coach["size"] < own["size"] / 2 + 1


def test_a_line_is_named_at_its_end_with_its_last_score():
    assert sorted(said(figure(BOTH))) == ["<b>2.5</b> self", "<b>2</b> coach"]


def test_lines_that_end_on_one_step_share_a_label():
    assert said(figure("2025-07-31 self 2\n2025-07-31 coach 2\n2025-07-31 consensus 2")) == ["<b>2</b> self, coach, agreed"]


def test_ends_that_lie_close_are_pushed_apart():
    low, high = sorted(one["y"] for one in figure("2025-07-31 self 2\n2025-07-31 coach 2.5")["layout"]["annotations"])
    # 19 px of a plot of 260 - 12 - 44 = 204 px
    assert high - low >= 19 / 204 - 1e-9


def test_a_step_says_its_day_rater_and_words():
    assert named(figure(BOTH), "coach")["text"][1] == "<b>31 January 2026</b><br>coach 2: active, no change tested yet"


def test_a_phone_has_fewer_ticks():
    found = figure("2024-01-31 self 1\n2026-12-31 self 4")
    assert len(narrow(found)["layout"]["xaxis"]["tickvals"]) <= 4 < len(found["layout"]["xaxis"]["tickvals"]) <= 7


def test_a_rater_of_another_name_has_a_mark_and_no_markup():
    found = checked(progress_steps_figure([RatedProgress(date(2025, 7, 31), NASTY, 1.0)]))
    assert found["data"][0]["marker"]["symbol"] == "diamond"
    assert [text for text in strings(found) if "<script" in text] == []


def test_without_a_score_it_says_so():
    assert is_empty_saying(progress_steps_figure([]), "No progress score has been given yet.")
