from __future__ import annotations

from datetime import date

import pytest

from equity.coaching import Need
from equity.sentences.coaching import NOBODY, RULE, coaching_title, few, reasons
from tests.naive import grade

NAMES = {"bp": "blood pressure", "visits": "missed visits", "preterm": "preterm birth", "vax": "childhood vaccines", "real": "data completeness"}
AS_OF = date(2026, 10, 28)


@pytest.mark.parametrize(("needs", "title"), [(0, NOBODY), (1, "Coaching may help one team"), (5, "Coaching may help five teams")])
def test_the_title_counts_the_teams(needs, title):
    assert coaching_title(needs) == title


def test_every_sign_is_a_sentence_with_its_facts():
    said = reasons(Need("a", "Ash", ("bp", "visits"), ("preterm",), date(2026, 5, 29)), NAMES, AS_OF)
    assert said == [
        "Gaps widen: blood pressure and missed visits.",
        "Reports stopped: preterm birth.",
        "Tests of change stopped: the last one ended on 29 May 2026, 152 days ago.",
    ]
    assert reasons(Need("a", "Ash", ("bp",)), NAMES, AS_OF) == ["Its gap widens: blood pressure."]
    assert reasons(Need("a", "Ash"), NAMES, AS_OF) == []


def test_more_measures_than_a_line_holds_are_counted():
    assert few(list(NAMES)[:4], NAMES) == "blood pressure, missed visits, preterm birth and childhood vaccines"
    assert few(list(NAMES), NAMES) == "blood pressure, missed visits, preterm birth and 2 more"


def test_the_rule_says_its_limits_and_that_it_is_no_rank():
    assert "120 days" in RULE and "no rank" in RULE
    assert grade(" ".join(reasons(Need("a", "Ash", ("bp",), ("visits",), date(2026, 5, 29)), NAMES, AS_OF))) <= 8
