"""Frameworks with a wording for every level, and scores as two raters and their agreement leave them."""

from __future__ import annotations

from statistics import median_low

import pytest

from tests.seed_data.demo_store import rows

LEVELS = ("1", "2", "3", "4", "5")
SCORED_FOUR_TIMES = ("ihi_equity", "community_solutions")


def domains(framework_id):
    return list(dict.fromkeys(row["domain_id"] for row in rows("frameworks") if row["framework_id"] == framework_id))


def scores(**wanted):
    return [row for row in rows("assessments") if all(row[column] == value for column, value in wanted.items())]


@pytest.mark.parametrize("framework_id", [*SCORED_FOUR_TIMES, "rise_to_health"])
def test_every_framework_has_five_domains_with_a_wording_for_every_level(framework_id):
    worded = {(row["domain_id"], row["level"]) for row in rows("levels") if row["framework_id"] == framework_id and row["wording"]}
    assert len(domains(framework_id)) == 5
    assert all(worded & {(domain_id, level), ("", level)} for domain_id in domains(framework_id) for level in LEVELS)


def test_levels_have_one_name_in_every_framework():
    names = {(row["level"], row["label"]) for row in rows("levels")}
    assert sorted(names) == [("1", "Not yet started"), ("2", "Beginning"), ("3", "Developing"), ("4", "Established"), ("5", "Leading others")]


@pytest.mark.parametrize("framework_id", SCORED_FOUR_TIMES)
def test_two_frameworks_are_scored_four_times_by_self_and_coach(framework_id):
    for rater in ("self", "coach"):
        assert len({row["assessed_on"] for row in scores(framework_id=framework_id, rater=rater)}) == 4


def test_rise_to_health_is_scored_once():
    assert {row["assessed_on"] for row in scores(framework_id="rise_to_health")} == {"2026-09-16"}


def test_every_score_is_of_a_domain_and_item_of_its_framework():
    known = {(row["framework_id"], row["version"], row["domain_id"], row["item_id"]) for row in rows("frameworks")}
    assert {(row["framework_id"], row["version"], row["domain_id"], row["item_id"]) for row in rows("assessments")} <= known


MIDDLE_TEAM = """
ihi_equity           priority        2  3
ihi_equity           structures      2  3
ihi_equity           determinants    2  3
ihi_equity           racism          2  2
ihi_equity           partnerships    3  4
community_solutions  within          2  3
community_solutions  together        3  4
community_solutions  outcomes        2  3
community_solutions  equity          2  3
community_solutions  sustainability  1  2
"""


@pytest.mark.parametrize("line", [line for line in MIDDLE_TEAM.split("\n") if line])
def test_the_middle_team_moves_up_but_for_institutional_racism(line):
    framework_id, domain_id, before, after = line.split()
    for day, expected in (("2025-07-14", before), ("2026-09-16", after)):
        agreed = scores(framework_id=framework_id, domain_id=domain_id, assessed_on=day, rater="consensus")
        assert median_low(int(row["level"]) for row in agreed) == int(expected)


def test_self_and_coach_stand_two_levels_apart_most_often_on_leading_for_equity():
    apart = {domain_id: two_apart("community_solutions", domain_id) for domain_id in domains("community_solutions")}
    assert apart == {"within": 1, "together": 0, "outcomes": 0, "equity": 5, "sustainability": 0}


def two_apart(framework_id, domain_id):
    of_rater = {rater: {row["team_id"]: int(row["level"]) for row in latest(framework_id, domain_id, rater)} for rater in ("self", "coach")}
    return sum(level - of_rater["coach"][team_id] >= 2 for team_id, level in of_rater["self"].items())


def latest(framework_id, domain_id, rater):
    return scores(framework_id=framework_id, domain_id=domain_id, rater=rater, assessed_on="2026-09-16")


def test_some_moves_up_have_no_evidence_and_most_do():
    last, without, moves = {}, 0, 0
    for row in sorted(rows("assessments"), key=lambda row: row["assessed_on"]):
        key = row["team_id"], row["framework_id"], row["rater"], row["domain_id"], row["item_id"]
        if int(row["level"]) > last.get(key, 9):
            moves, without = moves + 1, without + (row["evidence"] == "")
        last[key] = int(row["level"])
    assert 0.1 < without / moves < 0.3


def test_progress_stays_on_its_scale_of_half_steps():
    assert {row["score"] for row in rows("progress")} <= {str(step / 2) for step in range(1, 11)}
    assert {row["rater"] for row in rows("progress")} == {"self", "coach"}


def test_practices_are_known_in_every_stage():
    assert {row["stage"] for row in rows("practice_use")} == {"none", "planned", "started", "in_use", "sustained"}
