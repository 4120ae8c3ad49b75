from __future__ import annotations

import json

import pytest

from components.tour import PLACES, tour_offer
from equity.blanks import WORDS
from equity.tour import KEPT_HERE, TOURS
from tests.components.plain import every, text


def test_the_offer_says_that_the_answer_stays_here_and_can_be_no():
    offer = tour_offer("network")
    assert KEPT_HERE in text(offer)
    assert [text(button) for button in every(offer, "Button")] == ["Show me around", "No, thanks"]


@pytest.mark.parametrize("name", TOURS)
def test_it_bears_every_step_with_the_place_that_it_points_at(name):
    steps = json.loads(vars(tour_offer(name))["data-steps"])
    assert [(step["at"], step["title"]) for step in steps] == [(PLACES[step.place], step.title) for step in TOURS[name]]


def test_the_step_of_marks_has_five_each_with_its_word_and_meaning():
    (marks,) = [step["marks"] for step in json.loads(vars(tour_offer("network"))["data-steps"]) if step["marks"]]
    assert [(mark, word) for mark, word, _ in marks] == [
        (blank, WORDS[blank]) for blank in ("not_due", "not_reported", "zero_events", "hidden", "not_applicable")
    ]
    assert all(means.endswith(".") for _, _, means in marks)
