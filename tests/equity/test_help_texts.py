from __future__ import annotations

import pytest

from equity.help_texts import ASKING, HIDDEN, KEYS, KINDS, TAKING
from tests.naive import grade


def test_each_kind_of_chart_is_told_once():
    assert len({kind.kind_id for kind in KINDS}) == len({kind.name for kind in KINDS}) == len(KINDS)


@pytest.mark.parametrize("words", [*(kind.reads for kind in KINDS), *(kind.drawn for kind in KINDS)])
def test_how_a_chart_is_read_is_said_in_plain_words(words):
    assert grade(words) <= 8


@pytest.mark.parametrize("words", [words for part in (KEYS, TAKING, HIDDEN, ASKING) for _, words in part])
def test_each_answer_is_said_in_plain_words(words):
    assert grade(words) <= 8
