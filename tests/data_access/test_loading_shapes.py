from __future__ import annotations

from sqlalchemy import Engine, select

from data_access import schema
from tests.data_access.folders import ALL, dump


def test_every_file_fills_its_tables(loaded: Engine) -> None:
    assert {name: len(rows) for name, rows in dump(loaded, *ALL).items()} == {
        "network": 1,
        "store_state": 1,
        "load": 1,
        "load_file": 17,
        "definition_history": 2 + 1 + 3 + 2 + 3 + 1 + 4 + 1 + 2 + 2 + 3 + 2 + 3 + 1 + 1 + 1 + 1 + 2 + 3 + 1 + 1 + 1,
        "team": 2,
        "stratifier": 2,
        "stratifier_group": 4,
        "measure": 3,
        "measure_guard": 1,
        "team_measure": 4,
        "series": 6,
        "observation": 7,
        "observation_history": 0,
        "observation_summary": 3,
        "verdict": 3,
        "signal": 0,
        # bp: everyone and both languages in the network and in north, one in south; falls: everyone in north.
        "released": 8,
        "verdict_log": 3,
        "teams_together": 0,
        "team_levels": 1,
        "framework": 1,
        "framework_domain": 2,
        "framework_item": 2,
        "framework_level": 3,
        "assessment": 2,
        "score": 3,
        "progress_score": 1,
        "practice": 1,
        "practice_use": 1,
        "event": 1,
        "change": 2,
        "change_measure": 3,
        "story": 1,
        "action": 1,
    }


def test_what_a_file_leaves_open_is_filled(loaded: Engine) -> None:
    with loaded.connect() as connection:
        measure = connection.execute(select(schema.measure).where(schema.measure.c.measure_id == "bp")).one()
        group = connection.execute(select(schema.stratifier_group).where(schema.stratifier_group.c.group_code == "english")).one()
        team_measure = connection.execute(select(schema.team_measure).where(schema.team_measure.c.team_id == "south")).one()
    assert (measure.short_name, measure.people, measure.source, measure.valid_from) == ("Blood pressure", "people", "", None)
    assert (group.short_label, group.kind) == ("English", "group")
    assert (team_measure.visibility, team_measure.focus_group, team_measure.focus_stratifier_id) == ("network", "english", "language")
