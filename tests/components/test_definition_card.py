from __future__ import annotations

from datetime import date

import pytest

from components.definition_card import definition_url, framework_url, measure_definition
from tests.components.plain import every, text
from tests.examples import measure_like


def defined(**changes):
    """Meaning by term."""
    shown = measure_definition(measure_like(**changes), groups=["Black", "White"], compared="all other patients")
    return dict(zip(map(text, every(shown, "Dt")), map(text, every(shown, "Dd")), strict=True))


def test_a_definition_says_what_is_counted_and_compared():
    assert defined(steward="Dr Ash", source="Records", valid_from=date(2024, 7, 1)) == {
        "Measure": "Blood pressure under control (outcome measure)",
        "Numerator": "patients under 140/90",
        "Denominator": "patients with high blood pressure",
        "Direction": "A higher rate is better.",
        "Unit and grain": "%, reported by quarter",
        "Compared with": "All other patients",
        "Groups": "BlackWhite",
        "Steward and source": "Dr Ash; Records",
        "Version": "1, valid from 1 July 2024",
        "More": "Full definition",
    }


def test_every_group_stands_on_a_line_of_its_own():
    shown = measure_definition(measure_like(), groups=["Asian (East and South)", "White"], compared="all others")
    assert [text(line) for line in every(shown, "Li")] == ["Asian (East and South)", "White"]


def test_what_is_short_here_stands_whole_at_an_address():
    shown = measure_definition(measure_like(), groups=["Black"], compared="all others")
    assert [link.href for link in every(shown, "A")] == [definition_url(measure_like())]
    assert definition_url(measure_like(measure_id="a.b-c_d")) == "/measures?measure=a.b-c_d#measure-a.b-c_d"
    assert framework_url("ihi~2016") == "/measures#framework-ihi~2016"


def test_what_nobody_wrote_down_is_said():
    found = defined(version="")
    assert found["Steward and source"] == "not named; no source given"
    assert found["Version"] == "not numbered"


@pytest.mark.parametrize(("direction", "words"), [("lower", "A lower rate is better."), ("neutral", "Neither direction is judged.")])
def test_a_definition_says_which_direction_is_better(direction, words):
    assert defined(improvement_direction=direction)["Direction"] == words
