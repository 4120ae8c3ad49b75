from __future__ import annotations

from math import nan
from urllib.parse import unquote

import pytest

from components.sparkline import NO_COURSE, drawing, sparkline
from tests.components.plain import plain


def path(*values, span=(0, 10)):
    return drawing(values, span).split("<path d='")[1].split("'")[0]


def test_the_line_runs_from_left_to_right_and_higher_is_up():
    # 88 wide, 22 high, 4 pixels free on every side: from 4 to 84, from 18 up to 4.
    assert path(0, 5, 10) == "M4.0,18.0h.1L44.0,11.0h.1L84.0,4.0h.1"


def test_it_is_broken_where_there_is_no_value_and_ends_in_a_dot_at_the_last():
    assert path(0, nan, 10) == "M4.0,18.0h.1 M84.0,4.0h.1"
    assert "<circle cx='44.0' cy='4.0'" in drawing((0, 10, nan), (0, 10))


def test_a_value_beyond_the_range_lies_at_its_edge():
    assert path(-5, 20) == "M4.0,18.0h.1L84.0,4.0h.1"


def test_nothing_known_draws_nothing():
    assert path(nan, nan) == ""
    assert "<circle" not in drawing((nan, nan), (0, 10))
    assert drawing((), (0, 10))


@pytest.mark.parametrize("values", [(), (nan,), (nan, nan)])
def test_where_nothing_is_known_words_stand_in_its_place(values):
    said = plain(sparkline(values, (0, 10), said="From 14 points"))["Span"]
    assert (said["children"], said["className"], "role" in said) == (NO_COURSE, "quiet", False)


def test_one_value_and_a_range_of_nothing_are_drawn():
    assert path(5, span=(5, 5)) == "M4.0,18.0h.1"


def test_it_says_what_it_shows():
    said = plain(sparkline((0, 10), (0, 10), said="From 0.0 points to 10.0 points"))["Span"]
    assert (said["role"], said["aria-label"]) == ("img", "From 0.0 points to 10.0 points")
    assert unquote(said["style"]["--shape"]).startswith('url("data:image/svg+xml,<svg')
