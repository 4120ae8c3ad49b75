from __future__ import annotations

from pathlib import Path

import pytest

from tests.data_access.folders import SMALL, changed, problems, write_folder


def test_the_small_network_breaks_no_rule(tmp_path: Path) -> None:
    assert problems(write_folder(tmp_path / "one")) == []


def test_only_the_network_is_needed(tmp_path: Path) -> None:
    assert problems(write_folder(tmp_path / "one", **dict.fromkeys(SMALL) | {"network": SMALL["network"]})) == []


# file, what stands in it, what is put in its place, what the report says
BROKEN = [
    ("network", "2025-12-31,true\n", "2025-12-31,true\nhill,Hill,2025-01-01,12,,true\n", "network.csv, row 3, network_id (hill): One store holds one network."),
    ("network", "vale,Vale Network,2025-01-01,12", ",,,", "network.csv, row 2, name: The cell is filled."),
    ("teams", "2025-01-01,\nsouth", "2025-01-01,2024-12-31\nsouth", "teams.csv, row 2, left_on (2024-12-31): Not before joined_on."),
    (
        "teams",
        "south,South",
        "north,South",
        "teams.csv, row 3, team_id (north): No two rows with the same key. Delete one: the same key stands in teams.csv row 2.",
    ),
    (
        "groups",
        "language,spanish",
        "langage,spanish",
        "groups.csv, row 3, stratifier_id (langage): A code among the stratifiers that are known. Did you mean language?",
    ),
    ("groups", "language,unasked", "language,others", "groups.csv, row 4, group_code (others): Not one of others, overall, best, largest, aim"),
    ("groups", "unasked,Not asked,3,unknown", "unasked,Not asked,3,lost", "groups.csv, row 4, kind (lost): One of: group, unknown, declined."),
    ("measures", "per 1000 days,1000,month", "per 1000 days,0,month", "measures.csv, row 3, multiplier (0): A whole number of 1 or more."),
    ("measures", "45,language", "45,payer", "measures.csv, row 2, stratifier_id (payer): A code among the stratifiers that are known."),
    ("measures", "ratio,0.1,bp", "ratio,0.1,bq", "measures.csv, row 3, guards (bq): A code among the measures that are known."),
    ("team_measures", "south,bp", "east,bp", "team_measures.csv, row 5, team_id (east): A code among the teams that are known."),
    ("team_measures", "south,bp", "south,bq", "team_measures.csv, row 5, measure_id (bq): A code among the measures that are known."),
    ("team_measures", "2025-01-01,2025-03-31", "2025-01-01,", "team_measures.csv, row 2, baseline_to: A baseline has a first and a last day."),
    ("team_measures", "2025-01-01,2025-03-31", "2025-05-01,2025-03-31", "team_measures.csv, row 2, baseline_to (2025-03-31): Not before baseline_from."),
    ("frameworks", "Frame,data,Data,2,used", "Other,data,Data,2,used", "frameworks.csv, row 4, name (Other): The same name in all rows of one version."),
    ("frameworks", "Data,2,used", "Date,2,used", "frameworks.csv, row 4, domain (Date): The same domain in all rows of one domain_id."),
    ("frameworks", "used,Data are used", "used,", "frameworks.csv, row 4, item: An item has an id and words."),
    ("frameworks", "2,used,Data", "2,split,Data", "frameworks.csv, row 4, item_id (f, 1, data, split): No two rows with the same key."),
    ("levels", "f,1,lead", "f,1,led", "levels.csv, row 4, domain_id (led): A code among the domains of f 1 that are known. Did you mean lead?"),
    ("levels", "f,1,,1", "f,2,,1", "levels.csv, row 2, version (2): A code among the frameworks of f that are known."),
    ("assessments", "self,a,lead,,3", "self,a,lead,,4", "assessments.csv, row 2, level (4): One of the framework's levels. Write one of 1, 2, 3"),
    ("assessments", "data,split,2", "data,split,3", "assessments.csv, row 3, level (3): One of the framework's levels. Write one of 1, 2, or"),
    ("assessments", "data,split,2", "data,,2", "assessments.csv, row 3, item_id: A domain with items is scored item by item. Write one of split, used."),
    (
        "assessments",
        "data,split,2",
        "data,spit,2",
        "assessments.csv, row 3, item_id (spit): A code among the items of f 1 data that are known. Did you mean split?",
    ),
    (
        "assessments",
        "2025-06-01,coach",
        "2026-01-01,coach",
        "assessments.csv, row 4, assessed_on (2026-01-01): Not in the future. The network stands at 2025-12-31",
    ),
    ("progress", "coach,2.5", "coach,2.6", "progress.csv, row 2, score (2.6): A score from 0.5 to 5 in steps of 0.5."),
    ("progress", "north,2025-06-01", "north,2026-06-01", "progress.csv, row 2, scored_on (2026-06-01): Not in the future."),
    ("practice_use", "listen,2025-04-01", "speak,2025-04-01", "practice_use.csv, row 2, practice_id (speak): A code among the practices that are known."),
    ("practice_use", "2025-04-01", "2025-04-02", "practice_use.csv, row 2, period_start (2025-04-02): The first day of a month. Write 2025-04-01"),
    ("events", "2025-02-01,2025-02-02", "2025-02-01,2025-01-31", "events.csv, row 2, ends_on (2025-01-31): Not before starts_on."),
    ("changes", "bp;falls", "bp;fall", "changes.csv, row 2, measure_ids (fall): A code among the measures that are known. Did you mean falls?"),
    ("changes", "2025-05-01,adopt", "2025-05-01,running", "changes.csv, row 2, decision (running): A change that has ended has a decision."),
    ("stories", "north,2025-04-01", "east,2025-04-01", "stories.csv, row 2, team_id (east): A code among the teams that are known."),
    ("actions", "a1,north", "a1,east", "actions.csv, row 2, team_id (east): A code among the teams that are known."),
]


@pytest.mark.parametrize(("name", "old", "new", "said"), BROKEN)
def test_a_row_that_breaks_a_rule_says_where_which_and_what_to_do(tmp_path: Path, name: str, old: str, new: str, said: str) -> None:
    found = problems(write_folder(tmp_path / "one", **changed(name, old, new)))
    assert any(line.startswith(said) for line in found), found


# the boundaries at which a rule still holds
HOLDING = [
    ("teams", "2025-01-01,\nsouth", "2025-01-01,2025-01-01\nsouth"),
    ("progress", "north,2025-06-01", "north,2025-12-31"),
    ("changes", "2025-06-01,,running", "2025-06-01,2026-06-01,running"),
    ("assessments", "coach,,lead,,1", "coach,,lead,,2"),
    ("measures", "45,language,others", "45,language,best"),
    ("measures", "45,language,others", "45,language,largest"),
]


@pytest.mark.parametrize(("name", "old", "new"), HOLDING)
def test_a_row_at_the_boundary_of_a_rule_holds(tmp_path: Path, name: str, old: str, new: str) -> None:
    assert problems(write_folder(tmp_path / "one", **changed(name, old, new))) == []


def test_a_framework_without_levels_takes_any(tmp_path: Path) -> None:
    other = changed("assessments", "lead,,3", "lead,,9")
    assert problems(write_folder(tmp_path / "one", levels=None, **other)) == []


def test_a_row_without_a_key_is_one_fault(tmp_path: Path) -> None:
    found = problems(write_folder(tmp_path / "one", **changed("events", "c1,conv", ",conv")))
    assert [line.split(":")[0] for line in found] == ["events.csv, row 2, event_id"]


def test_many_broken_cells_of_a_row_are_all_said_and_the_row_is_counted_once(tmp_path: Path) -> None:
    found = problems(write_folder(tmp_path / "one", **changed("measures", "higher,%,100,quarter,45", "up,%,x,week,soon")))
    assert {line.split(" (")[0] for line in found} >= {f"measures.csv, row 2, {name}" for name in ("improvement_direction", "multiplier", "grain", "due_days")}
