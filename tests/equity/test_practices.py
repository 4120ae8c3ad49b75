"""Teams counted by what became of a practice."""

from __future__ import annotations

from equity.practices import PracticeCounts, practice_tally


def test_in_use_are_those_who_use_it_now_whatever_they_did_then():
    found = practice_tally({("in_use", "sustained"): 2, ("none", "in_use"): 3, ("sustained", "planned"): 1, ("none", "started"): 4})
    assert (found.kept, found.begun, found.ended) == (2, 3, 1)
    assert (found.in_use, found.told) == (5, 10)
    assert found.then == {"in_use": 2, "none": 7, "sustained": 1}
    assert found.now == {"sustained": 2, "in_use": 3, "planned": 1, "started": 4}


def test_a_word_of_the_networks_own_is_not_in_use():
    assert practice_tally({("piloted", "piloted"): 5}).in_use == 0


def test_where_nobody_told_nothing_is_in_use():
    assert practice_tally({}) == PracticeCounts()
    assert PracticeCounts().told == 0
