from __future__ import annotations

from datetime import date

import pytest

from equity.counts import Count
from equity.periods import periods_between
from equity.unknown_run import unknown_run
from figures.marks import PATHS
from figures.share_run import share_run_figure
from figures.theme import INK, PAPER
from tests.figures.reading import checked, is_empty_saying, named, narrow, said

MONTHS = tuple(periods_between(date(2020, 1, 1), date(2026, 12, 31), "month"))
MOVED = [200, 210] * 3 + [50, 60] * 3


def drawn(*unknown: int | str, highest: float = 30.0) -> dict:
    """Unknown people of 1,000, one a month; a text is a blank."""
    counts = [Count(None, None, one) if isinstance(one, str) else Count(one, 1000) for one in unknown]
    return checked(share_run_figure(unknown_run(MONTHS[: len(counts)], counts), highest=highest))


def median_dash(figure: dict) -> list[str]:
    return [shape["line"]["dash"] for shape in figure["layout"]["shapes"] if shape["type"] == "line"]


def test_the_line_holds_every_share_and_breaks_where_there_is_none():
    figure = drawn(120, "hidden", 80)
    line = named(figure, "Share")
    assert (line["y"], line["connectgaps"]) == ([12, None, 8], False)
    assert line["text"] == ["<b>Jan 2020</b><br>12% (120 of 1,000)", "Feb 2020", "<b>Mar 2020</b><br>8% (80 of 1,000)"]


def test_every_blank_has_its_mark_under_the_line_and_its_words():
    figure = drawn(120, "not_reported", 80)
    assert [shape["path"] for shape in figure["layout"]["shapes"] if shape["type"] == "path"] == [PATHS["not_reported"]]
    assert figure["data"][1]["text"][0].startswith("<b>Feb 2020</b><br>not reported.")
    assert figure["layout"]["yaxis"]["domain"][0] > 0
    assert drawn(120, 80)["layout"]["yaxis"]["domain"] == [0.0, 1]


@pytest.mark.parametrize(("count", "dashes"), [(7, []), (8, ["5px,4px"]), (10, ["solid"])])
def test_the_median_is_dashed_while_too_few_points_make_it(count, dashes):
    figure = drawn(*([100, 120] * 6)[:count])
    assert median_dash(figure) == dashes
    assert said(figure)[0] == f"<b>{'10' if count % 2 else '12'}%</b>"
    assert (said(figure)[1:] == ["median 11.0%"]) is bool(dashes)


def test_points_of_a_signal_are_filled_and_larger():
    marker = named(drawn(*MOVED), "Share")["marker"]
    assert (set(marker["color"]), set(marker["size"])) == ({INK}, {10})
    still = named(drawn(100, 120, 110, 90, 130, 95, 125, 105, 85, 115), "Share")["marker"]
    assert (set(still["color"]), set(still["size"])) == ({PAPER}, {7})
    assert named(drawn(*MOVED), "Share")["text"][0].endswith("<br>Shift")


@pytest.mark.parametrize(("count", "size"), [(24, 7), (25, 4)])
def test_many_points_have_smaller_dots(count, size):
    unknown = ([100, 120, 110, 90, 130, 95, 125, 105, 85, 115] * 3)[:count]
    sizes = named(drawn(*unknown), "Share")["marker"]["size"]
    assert sizes.count(size) >= count // 2
    assert set(sizes) <= {size, 10 if size == 7 else 7}


def test_charts_beside_each_other_have_one_scale_and_nobody_at_all_has_one_too():
    assert drawn(100, highest=30.0)["layout"]["yaxis"]["range"] == drawn(250, highest=30.0)["layout"]["yaxis"]["range"]
    assert drawn(0, highest=0.0)["layout"]["yaxis"]["range"][1] > 0


def test_a_phone_has_fewer_dates():
    figure = drawn(*[100, 120] * 12)
    assert len(narrow(figure)["layout"]["xaxis"]["tickvals"]) < len(figure["layout"]["xaxis"]["tickvals"])


@pytest.mark.parametrize("unknown", [(), ("hidden", "not_due")])
def test_nothing_known_is_said(unknown):
    assert is_empty_saying(drawn(*unknown), "No period has a share that may be shown.")
