from __future__ import annotations

import pytest

from equity.charts.plan import Plan
from equity.funnel import funnel
from equity.sentences import charts
from equity.sentences.charts import assurance_sentence, funnel_sentence, screening_sentence, standing_sentence, variation_sentence
from tests.naive import grade


@pytest.mark.parametrize(
    ("count", "said"),
    [
        ((5, 9), "Cedar Hollow has too few people to be compared."),
        ((60, 100), "Cedar Hollow, at 60.0%, is no further from 60.0% than chance would put it."),
        ((49, 100), "Cedar Hollow, at 49.0%, lies below 60.0% by more than chance. Chance alone puts one team in 20 out there."),
        ((90, 100), "Cedar Hollow, at 90.0%, lies above 60.0% by more than chance. Chance alone puts one team in 500 out there."),
    ],
)
def test_a_team_in_the_funnel_in_words(count, said):
    assert funnel_sentence("Cedar Hollow", funnel([count], 0.6)[0], 0.6, 100) == said
    assert grade(said) <= 8


@pytest.mark.parametrize(
    ("sentences", "say"),
    [(charts.STANDINGS, standing_sentence), (charts.VARIATIONS, variation_sentence), (charts.ASSURANCES, assurance_sentence)],
)
def test_every_state_has_a_plain_sentence(sentences, say):
    for state, words in sentences.items():
        assert say(state) == words
        assert grade(words) <= 8


def test_without_an_aim_nothing_is_said_of_it():
    assert assurance_sentence(None) == ""


@pytest.mark.parametrize(("screened", "start"), [(True, "Very large jumps were left out"), (False, "Every jump was used")])
def test_screening_is_stated(screened, start):
    assert screening_sentence(Plan(screened=screened)).startswith(start)
