"""Frameworks as data, and what is asked of scores."""

from __future__ import annotations

from datetime import date

import pytest

from data_access import schema
from data_access.frameworks import Item, Level, frameworks, scored_frameworks
from data_access.maturity_scores import SCORES
from data_access.viewer import NETWORK_LEAD
from tests.data_access.builder import Builder

SOLUTIONS = {"framework_id": "cos", "version": "1"}


@pytest.fixture
def scored(made: Builder) -> Builder:
    made.insert(schema.framework, {**SOLUTIONS, "name": "Community of Solutions"}, {"framework_id": "ihi", "version": "2", "name": "IHI"})
    made.insert(
        schema.framework_domain,
        {**SOLUTIONS, "domain_id": "together", "domain": "Leading Together", "position": 2},
        {**SOLUTIONS, "domain_id": "within", "domain": "Leading from Within", "position": 1},
    )
    made.insert(schema.framework_item, {**SOLUTIONS, "domain_id": "within", "item_id": "w1", "item": "Reflects", "position": 1})
    made.insert(
        schema.framework_level,
        {**SOLUTIONS, "domain_id": "", "level": 1, "label": "Starting", "wording": "First talks."},
        {**SOLUTIONS, "domain_id": "within", "level": 1, "label": "Starting", "wording": "Looks inward."},
        {**SOLUTIONS, "domain_id": "", "level": 2, "label": "Moving", "wording": "First tests."},
    )
    for number, (team_id, day, level, evidence) in enumerate(
        [("a", "2025-02-01", 1, ""), ("a", "2025-08-01", 2, ""), ("b", "2025-02-01", 1, ""), ("b", "2025-08-01", 1, "minutes")], 1
    ):
        if day == "2025-02-01":
            made.team(team_id)
        made.insert(
            schema.assessment,
            {"assessment_id": number, "team_id": team_id, **SOLUTIONS, "assessed_on": date.fromisoformat(day), "rater": "coach", "rater_code": "c"},
        )
        made.insert(
            schema.score, {"assessment_id": number, **SOLUTIONS, "domain_id": "within", "item_id": "w1", "level": level, "evidence": evidence, "note": "candid"}
        )
    made.keep()
    return made


def test_a_framework_is_its_domains_items_and_words_in_their_order(scored):
    solutions, ihi = frameworks(NETWORK_LEAD)
    assert (solutions.framework_id, solutions.version, solutions.name) == ("cos", "1", "Community of Solutions")
    assert [(one.domain_id, one.domain, one.items) for one in solutions.domains] == [
        ("within", "Leading from Within", (Item("w1", "Reflects"),)),
        ("together", "Leading Together", ()),
    ]
    assert (ihi.framework_id, ihi.domains, ihi.levels) == ("ihi", (), ())


@pytest.mark.parametrize(
    ("domain_id", "level", "wording"), [("within", 1, "Looks inward."), ("together", 1, "First talks."), ("within", 2, "First tests."), ("within", 3, None)]
)
def test_a_domains_own_words_come_before_those_for_all(scored, domain_id, level, wording):
    found = frameworks(NETWORK_LEAD)[0].wording(domain_id, level)
    assert (found.wording if isinstance(found, Level) else found) == wording


def test_candid_notes_are_not_even_asked_for():
    assert "note" not in str(SCORES)


@pytest.mark.parametrize(("framework", "level", "label"), [(0, 1, "Starting"), (0, 2, "Moving"), (0, 3, ""), (1, 1, "")])
def test_a_level_is_called_by_its_word_for_all_domains_else_by_a_domains_own(scored, framework, level, label):
    assert frameworks(NETWORK_LEAD)[framework].label(level) == label


def test_only_frameworks_with_a_score_are_scored(scored):
    assert [one.framework_id for one in scored_frameworks(NETWORK_LEAD)] == ["cos"]
