from __future__ import annotations

import pytest

from equity.tour import KEPT_HERE, NETWORK, TEAM, TOURS
from tests.naive import grade


def test_a_tour_is_short_and_a_teams_is_the_shorter_one():
    assert 4 <= len(TOURS[TEAM]) < len(TOURS[NETWORK]) <= 6


@pytest.mark.parametrize("name", TOURS)
def test_a_tour_shows_no_place_twice_and_says_where_it_is_found_again(name):
    steps = TOURS[name]
    assert len({step.place for step in steps}) == len(steps)
    assert "Help, at the foot" in steps[-1].words


def test_the_network_tour_shows_the_five_marks_once():
    assert [step.place for step in TOURS[NETWORK] if step.with_blanks] == ["marks"]


@pytest.mark.parametrize("words", [KEPT_HERE, *(step.words for steps in TOURS.values() for step in steps)])
def test_a_first_time_reader_can_read_it(words):
    assert grade(words) <= 8
