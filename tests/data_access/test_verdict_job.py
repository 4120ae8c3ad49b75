"""The verdicts that a load keeps: those of the exact gap of record, team by team."""

from __future__ import annotations

from math import inf, nan

import pytest
from sqlalchemy import select

from data_access import schema, verdict_job
from data_access.catalogue import catalogue
from data_access.team_gaps import team_gaps
from data_access.verdict_job import finite
from data_access.viewer import Viewer
from equity.trend import gap_trend
from tests.data_access.builder import Builder

CLOSING = """
    {0} black 2025-01-01 200/400 - - 220/400 - - 240/400 - - 260/400
    {0} white 2025-01-01 280/400 - - 280/400 - - 280/400 - - 280/400
"""
SMALL = """
    {0} black 2025-01-01 5/20 - - 6/20 - - 11/22 - - 11/22
    {0} white 2025-01-01 15/30 - - 15/30 - - 15/30 - - 12/24
"""
SILENT = "{0} black 2025-01-01 not_reported"


def kept_rows(made: Builder) -> dict[tuple[str, str], dict]:
    with made.engine.connect() as connection:
        rows = connection.execute(select(schema.verdict).order_by(schema.verdict.c.team_id, schema.verdict.c.measure_id))
        return {(row.team_id, row.measure_id): dict(row._mapping) for row in rows}


@pytest.fixture
def reported(made: Builder) -> Builder:
    for team_id, table in {"a": CLOSING, "b": SMALL, "c": SILENT}.items():
        made.team(team_id)
        made.reports(table.format(team_id))
    made.keep()
    return made


def test_a_gap_that_narrows_is_kept_as_closing(reported):
    row = kept_rows(reported)["a", "bp"]
    # 280/400 - 200/400 = 20 points at first, 280/400 - 260/400 = 5 at last.
    assert (row["word"], round(row["fitted_start"], 6), round(row["fitted_end"], 6)) == ("closing", 20, 5)
    assert (row["periods"], row["periods_hidden"], row["crossed"], row["opposite"]) == (4, 0, False, False)
    assert row["last_period"].isoformat() == "2025-10-01"
    assert row["detectable_change"] > 0


def test_the_verdict_is_the_one_that_the_whole_trend_gives(reported):
    viewer = Viewer("team_member", frozenset("abc"))
    measure = catalogue(viewer).measure("bp")
    rows = kept_rows(reported)
    for team_id, series in team_gaps(viewer, measure, ["a", "b", "c"]).items():
        verdict, row = gap_trend(series, measure, None).verdict, rows[team_id, "bp"]
        assert (row["word"], row["periods"], row["rule_version"]) == (verdict.word, verdict.periods, verdict.rule_version)
        # Two of b's periods are hidden from others: of the rest no line can be fitted, and the word stays.
        assert row["fitted_end"] == (pytest.approx(verdict.end) if team_id == "a" else None)


def test_periods_that_others_may_not_see_are_counted(reported):
    # Quarters 1 and 2 have 5 and 6 events; 11/22 and 15/30 and 12/24 may be shown.
    row = kept_rows(reported)["b", "bp"]
    assert (row["periods"], row["periods_hidden"]) == (4, 2)


def test_a_team_that_reported_nothing_has_a_row_that_says_so(reported):
    row = kept_rows(reported)["c", "bp"]
    assert (row["word"], row["periods"], row["last_period"], row["last_reported"], row["fitted_start"]) == ("cannot_tell_yet", 0, None, None, None)


def test_only_the_measures_that_changed_are_made_anew(reported):
    reported.measure(measure_id="rel")
    reported.team("a", "rel")
    reported.keep(["rel"])
    assert set(kept_rows(reported)) == {("a", "bp"), ("b", "bp"), ("c", "bp"), ("a", "rel")}
    with reported.engine.begin() as connection:
        connection.execute(schema.verdict.update().values(word="widening"))
    reported.keep(["rel"])
    assert {key: row["word"] for key, row in kept_rows(reported).items() if key[1] == "bp"} == dict.fromkeys(
        [("a", "bp"), ("b", "bp"), ("c", "bp")], "widening"
    )
    reported.keep([])
    assert len(kept_rows(reported)) == 4


def test_a_measure_without_rates_has_no_verdict(made):
    made.measure(measure_id="falls", number="count")
    made.team("a", "falls")
    made.keep(["falls"])
    assert kept_rows(made) == {}


def test_a_measure_without_teams_has_no_verdict(made):
    made.keep()
    assert kept_rows(made) == {}


@pytest.mark.parametrize("at_once", [1, 2, 3, 4])
def test_every_team_has_its_verdict_however_many_are_read_at_once(reported, monkeypatch, at_once):
    before = kept_rows(reported)
    monkeypatch.setattr(verdict_job, "TEAMS_AT_ONCE", at_once)
    reported.keep()
    assert kept_rows(reported) == before


@pytest.mark.parametrize(("number", "kept"), [(1, 1.0), (nan, None), (inf, None)])
def test_what_could_not_be_computed_is_kept_as_nothing(number, kept):
    assert finite(number) == kept
