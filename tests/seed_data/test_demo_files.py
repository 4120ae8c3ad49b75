"""The demo network's files: made by the script, whole, small enough, and of realistic sizes."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date, timedelta

import pytest

from equity.blanks import STORED
from equity.periods import period_of
from seed_data.make_demo import make_demo
from tests.seed_data.demo_store import DEMO, PLAN, SEED, UPDATE, after_both_loads, key_of, measures, rows, team_measure

MADE = ("observations", "team_measures", "assessments", "progress", "practice_use")
MEGABYTE = 1024 * 1024


@pytest.fixture(scope="module")
def made_again(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made")
    make_demo(folder / "demo", folder / "update")
    return folder


@pytest.mark.parametrize("name", MADE)
def test_the_script_makes_the_committed_file_byte_for_byte(made_again, name):
    assert (made_again / "demo" / f"{name}.csv").read_bytes() == (DEMO / f"{name}.csv").read_bytes()


def test_the_script_makes_the_second_load_byte_for_byte(made_again):
    assert (made_again / "update" / "observations.csv").read_bytes() == (UPDATE / "observations.csv").read_bytes()


def test_all_committed_files_together_are_at_most_3_megabytes():
    assert sum(path.stat().st_size for path in SEED.rglob("*") if path.is_file() and "__pycache__" not in path.parts) <= 3 * MEGABYTE


def test_the_network_is_marked_synthetic_and_its_day_is_fixed():
    (network,) = rows("network")
    assert (network["synthetic"], network["as_of"], network["months"], network["release_policy"]) == ("true", "2026-10-28", "18", "rounded")


def test_there_are_15_teams_of_every_sector_and_setting():
    assert len(rows("teams")) == 15
    assert {row["sector"] for row in rows("teams")} == {
        *("Hospital", "Health system", "Federally qualified health center", "Community health center", "Physician group"),
        *("Insurer", "Employer coalition", "Public-health department", "Community organization"),
    }
    assert {row["setting"] for row in rows("teams")} == {"urban", "rural", "suburban", "mixed"}


REFERENCES = [
    ("team_measures", "team_id", "teams"),
    ("team_measures", "measure_id", "measures"),
    ("measures", "stratifier_id", "stratifiers"),
    ("groups", "stratifier_id", "stratifiers"),
    ("assessments", "team_id", "teams"),
    ("assessments", "framework_id", "frameworks"),
    ("levels", "framework_id", "frameworks"),
    ("progress", "team_id", "teams"),
    ("practice_use", "team_id", "teams"),
    ("practice_use", "practice_id", "practices"),
    ("changes", "team_id", "teams"),
    ("stories", "team_id", "teams"),
    ("actions", "team_id", "teams"),
]


@pytest.mark.parametrize(("name", "column", "known"), REFERENCES)
def test_every_code_is_known(name, column, known):
    assert {row[column] for row in rows(name)} <= {row[column] for row in rows(known)}


def test_every_change_works_on_a_measure_of_its_team():
    registered = {(row["team_id"], row["measure_id"]) for row in rows("team_measures")}
    tested = {(row["team_id"], measure_id) for row in rows("changes") for measure_id in row["measure_ids"].split(";")}
    assert tested <= registered


def test_every_observation_is_of_a_measure_of_its_team_and_of_a_known_group():
    registered = {(row["team_id"], row["measure_id"]) for row in rows("team_measures")}
    groups = {(row["stratifier_id"], row["group_code"]) for row in rows("groups")}
    for team_id, measure_id, stratifier_id, group_code, _ in after_both_loads():
        assert (team_id, measure_id) in registered
        assert (stratifier_id, group_code) in groups


@pytest.mark.parametrize("folder", [DEMO, UPDATE])
def test_no_observation_stands_twice_in_a_load(folder):
    assert max(Counter(map(key_of, rows("observations", folder))).values()) == 1


def test_a_blank_reason_stands_exactly_where_a_numerator_is_missing():
    for row in after_both_loads().values():
        assert (row["numerator"] == "") == (row["blank_reason"] in STORED)
        assert not row["numerator"] or 0 <= int(row["numerator"]) <= int(row["denominator"])


def test_nothing_is_reported_before_its_period_has_ended():
    for row in after_both_loads().values():
        assert period_of(date.fromisoformat(row["period_start"]), measures()[row["measure_id"]].grain).end < date(2026, 10, 28)


def test_race_and_ethnicity_has_the_groups_of_2024_in_alphabetical_order():
    known = [row["label"] for row in rows("groups") if row["stratifier_id"] == "race_ethnicity" and row["kind"] == "group"]
    assert len(known) == 7
    assert known == sorted(known)


def test_every_measure_says_where_it_comes_from():
    assert all(row[column] for row in rows("measures") for column in ("steward", "source", "version", "valid_from", "people"))


def test_three_core_measures_are_one_of_each_kind():
    core = {row["measure_id"] for row in rows("team_measures") if row["standing"] == "core"}
    kinds = {(measures()[measure_id].kind, measures()[measure_id].improvement_direction) for measure_id in core}
    assert (len(core), kinds) == (3, {("outcome", "higher"), ("outcome", "lower"), ("process", "higher")})


def test_a_balancing_measure_guards_a_core_measure():
    (guard,) = (measure for measure in measures().values() if measure.kind == "balancing")
    assert guard.guards == ("bp_control",)


class TestSizes:
    def groups_of_people(self):
        kinds = {(row["stratifier_id"], row["group_code"]): row["kind"] for row in rows("groups")}
        for row in after_both_loads().values():
            if row["denominator"] and row["stratifier_id"] != "overall" and kinds[row["stratifier_id"], row["group_code"]] == "group":
                yield row

    def test_groups_have_from_3_to_about_3000_people(self):
        of_race = [int(row["denominator"]) for row in self.groups_of_people() if row["stratifier_id"] == "race_ethnicity"]
        assert min(of_race) == 3
        assert 2000 < max(of_race) <= 3000

    def test_groups_of_every_stratifier_add_up_to_the_total(self):
        totals, parts = {}, defaultdict(lambda: [0, 0])
        for (team_id, measure_id, stratifier_id, _, start), row in after_both_loads().items():
            if row["numerator"] and stratifier_id == "overall":
                totals[team_id, measure_id, start] = [int(row["numerator"]), int(row["denominator"])]
            elif row["numerator"] and team_id != "farrowmere":
                part = parts[team_id, measure_id, start, stratifier_id]
                part[0] += int(row["numerator"])
                part[1] += int(row["denominator"])
        assert len(parts) > 2000
        assert all(totals[key[:3]] == part for key, part in parts.items())

    def unknown_share(self, team_id, first, last):
        row = {"unknown": 0, "all": 0}
        measure_id = team_measure_with_race(team_id)
        for (team, its, stratifier_id, code, start), found in after_both_loads().items():
            wanted = (team, its) == (team_id, measure_id) and stratifier_id in ("overall", "race_ethnicity") and first <= start <= last
            if wanted and code in row and found["denominator"]:
                row[code] += int(found["denominator"])
        return row["unknown"] / row["all"]

    def test_the_unknown_share_falls_at_most_teams_and_stays_between_2_and_25_percent(self):
        teams = [row["team_id"] for row in rows("teams") if row["team_id"] != "umberline"]
        before = {team_id: self.unknown_share(team_id, "2024-07-01", "2025-12-01") for team_id in teams}
        after = {team_id: self.unknown_share(team_id, "2026-01-01", "2026-09-01") for team_id in teams}
        assert all(0.02 < share < 0.25 for share in (*before.values(), *after.values()))
        assert sum(after[team_id] < before[team_id] - 0.005 for team_id in teams) >= 12


def team_measure_with_race(team_id):
    reported = {row["measure_id"] for row in rows("team_measures") if row["team_id"] == team_id}
    with_race = [row["measure_id"] for row in rows("strata", PLAN) if "race_ethnicity" in row["stratifiers"]]
    return next(measure_id for measure_id in with_race if measure_id in reported)


class TestBlanks:
    def test_each_stored_blank_occurs_and_so_do_zero_events(self):
        found = Counter(row["blank_reason"] for row in after_both_loads().values())
        assert all(found[blank] for blank in STORED)
        assert sum(row["numerator"] == "0" for row in after_both_loads().values()) > 50

    def test_only_the_insurer_hides_at_the_source_and_keeps_its_denominators(self):
        hidden = [row for row in after_both_loads().values() if row["blank_reason"] == "hidden_at_source"]
        assert {row["team_id"] for row in hidden} == {"farrowmere"}
        assert all(row["denominator"] for row in hidden)

    def test_umberline_was_not_due_before_it_joined(self):
        early = {row["blank_reason"] for key, row in after_both_loads().items() if key[0] == "umberline" and key[4] < "2026-01-01"}
        assert early == {"not_due"}

    def test_stonewren_sent_nothing_in_the_last_two_quarters(self):
        assert max(key[4] for key in after_both_loads() if key[0] == "stonewren") == "2026-03-01"

    def test_a_group_that_a_team_does_not_serve_does_not_apply(self):
        assert after_both_loads()["oxmeadow", "bp_control", "race_ethnicity", "asian", "2026-01-01"]["blank_reason"] == "not_applicable"

    def test_a_group_that_is_not_asked_for_yet_is_not_reported(self):
        blanks = [after_both_loads()["amberford", "bp_control", "race_ethnicity", "mena", month]["blank_reason"] for month in ("2025-09-01", "2025-10-01")]
        assert blanks == ["not_reported", ""]


class TestSecondLoad:
    def test_it_restates_some_rows_of_the_first_load_and_adds_a_late_month(self):
        first = {key_of(row): row for row in rows("observations")}
        restated = {key_of(row) for row in rows("observations", UPDATE)} & first.keys()
        added = {key_of(row) for row in rows("observations", UPDATE)} - first.keys()
        assert {key[0] for key in restated} == {"copperlea", "larkmead"}
        assert {key[4] for key in added} == {"2026-08-01", "2026-09-01"}

    def test_every_restated_row_differs_from_the_first_load(self):
        first = {key_of(row): row for row in rows("observations")}
        assert all(row != first.get(key_of(row)) for row in rows("observations", UPDATE))

    def test_restated_rows_say_why(self):
        whys = {row["note"] for row in rows("observations", UPDATE) if row["group_code"] == "all"}
        assert whys == {"Came with the second load", "Late laboratory and home readings added", "Birth certificates corrected"}


class TestEvents:
    def test_the_fourth_convening_is_still_to_come(self):
        starts = {row["number"]: row["starts_on"] for row in rows("events") if row["kind"] == "convening"}
        assert [number for number, start in starts.items() if start > "2026-10-28"] == ["4"]

    def test_action_periods_run_from_one_convening_to_the_next(self):
        spans = {row["event_id"]: (date.fromisoformat(row["starts_on"]), date.fromisoformat(row["ends_on"])) for row in rows("events")}
        for number in (1, 2):
            first, last = spans[f"action-{number}"]
            assert first - timedelta(days=1) == spans[f"convening-{number}"][1]
            assert last + timedelta(days=1) == spans[f"convening-{number + 1}"][0]

    def test_every_team_tells_a_story_tests_a_change_and_shows_an_action(self):
        teams = {row["team_id"] for row in rows("teams")}
        assert all({row["team_id"] for row in rows(name)} == teams for name in ("stories", "changes", "actions"))

    def test_actions_name_a_focus_area_of_rise_to_health(self):
        areas = {row["domain_id"] for row in rows("frameworks") if row["framework_id"] == "rise_to_health"}
        assert {row["focus_area"] for row in rows("actions")} == areas


def test_the_baseline_of_every_team_ends_before_its_network_year_or_starts_when_it_joined():
    assert team_measure("hazelmoor", "bp_control")["baseline_to"] == "2025-06-30"
    assert team_measure("umberline", "bp_control")["baseline_from"] == "2026-01-01"
