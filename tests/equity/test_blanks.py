from __future__ import annotations

import pytest

from equity import blanks


def test_every_stored_blank_and_both_made_ones_have_a_word():
    assert set(blanks.WORDS) == {*blanks.STORED, blanks.HIDDEN, blanks.ZERO_EVENTS}


def test_who_hid_a_number_is_not_told():
    assert blanks.WORDS[blanks.HIDDEN] == blanks.WORDS[blanks.HIDDEN_AT_SOURCE]
    assert blanks.marker_of(blanks.HIDDEN_AT_SOURCE) == blanks.HIDDEN


def test_every_mark_has_a_meaning():
    assert {blanks.marker_of(blank) for blank in blanks.WORDS} == set(blanks.MEANINGS)


@pytest.mark.parametrize("stronger", range(4))
def test_of_two_blanks_the_one_that_was_counted_is_told(stronger):
    first, second = blanks.STRENGTH[stronger : stronger + 2]
    assert blanks.strongest_blank([second, first]) == first


def test_without_any_blank_nothing_is_due():
    assert blanks.strongest_blank([]) == blanks.NOT_DUE
