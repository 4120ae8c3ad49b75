"""The calendar of reports: what came when, month by month put together into quarters, on both databases."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select, update

from data_access import schema
from data_access.catalogue import catalogue
from data_access.engine import writing
from data_access.reporting import common_measures, reports_of
from data_access.viewer import NETWORK_LEAD, Viewer
from tests.data_access.builder import Builder

# The network's day is 31 December 2025; bp is due 45 days after each month.


def bp():
    return catalogue(NETWORK_LEAD).measure("bp")


def states(*team_ids: str, measure="bp", viewer=NETWORK_LEAD, **asked) -> dict[str, str]:
    """Letters: o on time, l late, p in part, r reported, n not reported, d not due, a not applicable, h hidden at source, H hidden."""
    letters = {
        "on_time": "o",
        "late": "l",
        "part": "p",
        "reported": "r",
        "not_reported": "n",
        "not_due": "d",
        "not_applicable": "a",
        "hidden_at_source": "h",
        "hidden": "H",
    }
    calendar = reports_of(viewer, bp() if measure == "bp" else measure, team_ids, **asked)
    return {team_id: "".join(letters[state] for state in found) for team_id, found in calendar.states.items()}


def written_by(made, load_id: int, team_id: str, first: date, last: date = date.max) -> None:
    """These rows of the team came with another load."""
    series = select(schema.series.c.series_id).where(schema.series.c.team_id == team_id)
    rows = schema.observation.c.series_id.in_(series) & schema.observation.c.period_start.between(first, last)
    with writing(made.engine) as connection:
        connection.execute(update(schema.observation).where(rows).values(load_id=load_id))


def test_the_calendar_reaches_from_the_first_period_with_data_to_the_one_that_runs(made):
    made.team("a")
    made.reports("a black 2024-07-01 3/10 3/10 3/10")
    made.keep()
    calendar = reports_of(NETWORK_LEAD, bp(), ["a"])
    assert [period.label for period in calendar.periods] == ["Q3 2024", "Q4 2024", "Q1 2025", "Q2 2025", "Q3 2025", "Q4 2025"]
    assert calendar.grain == "quarter"
    assert len(calendar.states["a"]) == 6


def test_the_first_load_does_not_tell_whether_a_report_came_late(made):
    made.team("a")
    made.team("b", joined_on=date(2025, 11, 1))
    made.reports("a black 2025-01-01 3/10 3/10 3/10 3/10 3/10 3/10 3/10 3/10 3/10 3/10 3/10 3/10\nb black 2025-11-01 3/10 3/10")
    made.keep()
    # what was due after the network's day is in time: November, on 14 January
    assert states("a", "b") == {"a": "rrrr", "b": "aaao"}


def test_a_later_load_tells_it(made):
    made.load(2, loaded_at=datetime(2025, 8, 20, 9, 0, tzinfo=UTC))
    made.load(3, loaded_at=datetime(2025, 11, 1, 9, 0, tzinfo=UTC))
    for team_id in "ab":
        made.team(team_id)
    made.reports("a black 2025-01-01 3/10 3/10 3/10 3/10 3/10 3/10 3/10 3/10\nb black 2025-01-01 3/10 3/10 3/10 - - - 3/10 3/10 3/10")
    written_by(made, 2, "a", date(2025, 4, 1))
    written_by(made, 3, "b", date(2025, 7, 1))
    made.keep()
    # a: April to June came on 20 August, June was due on 14 August; July and August are in time, September is missing and overdue
    # b: nothing came of April to June; July was due on 14 September and came on 1 November
    assert states("a", "b") == {"a": "rlpn", "b": "rnln"}


def test_a_vintage_is_the_day_on_which_reports_were_there(made):
    made.load(2, loaded_at=datetime(2025, 12, 1, 9, 0, tzinfo=UTC), vintage=date(2025, 5, 10))
    made.team("a")
    made.reports("a black 2024-10-01 3/10 3/10 3/10 3/10 3/10 3/10")
    written_by(made, 2, "a", date(2025, 3, 1))
    made.keep()
    # March came on 10 May and was due on 15 May; of the first load only that is not told
    assert states("a") == {"a": "rrnnn"}
    assert states("a", latest=2) == {"a": "nn"}


def test_a_clock_later_than_the_networks_day_tells_nothing(made):
    made.load(2, loaded_at=datetime(2026, 3, 1, 9, 0, tzinfo=UTC))
    made.load(3, loaded_at=datetime(2026, 3, 1, 9, 0, tzinfo=UTC), vintage=date(2026, 2, 1))
    for team_id in "ab":
        made.team(team_id)
    made.reports("a black 2025-01-01 3/10 3/10 3/10\nb black 2025-01-01 3/10 3/10 3/10")
    written_by(made, 2, "a", date(2025, 2, 1), date(2025, 2, 1))
    written_by(made, 3, "b", date(2025, 2, 1), date(2025, 2, 1))
    made.keep()
    assert states("a", "b", latest=4) == {"a": "rnnn", "b": "lnnn"}


def test_a_number_that_a_later_load_changed_came_with_the_first_one_that_had_it(made):
    made.load(2, loaded_at=datetime(2025, 12, 1, 9, 0, tzinfo=UTC))
    made.team("a")
    made.reports("a black 2025-01-01 3/10 3/10 3/10 3/10 3/10 3/10\na white 2025-01-01 3/10 3/10 3/10 not_reported not_reported not_reported")
    with made.engine.connect() as connection:
        black, white = connection.scalars(select(schema.series.c.series_id).order_by(schema.series.c.group_code))
    old = {"load_id": 2, "old_load_id": 1, "old_note": ""}
    made.insert(
        schema.observation_history,
        {"series_id": black, "period_start": date(2025, 1, 1), "old_numerator": 2, "old_denominator": 10, **old},
        {"series_id": white, "period_start": date(2025, 2, 1), "old_blank_reason": "not_reported", **old},
        {"series_id": black, "period_start": date(2025, 9, 1), "old_numerator": 2, "old_denominator": 10, **old},
    )
    written_by(made, 2, "a", date(2025, 1, 1), date(2025, 2, 1))
    made.keep()
    # January is a restatement of what was there; February took the place of a blank and came late; September was taken back
    assert states("a", latest=4) == {"a": "lrnn"}
    with writing(made.engine) as connection:
        connection.execute(update(schema.observation).where(schema.observation.c.period_start == date(2025, 2, 1)).values(load_id=1))
    made.keep()
    assert states("a", latest=4) == {"a": "rrnn"}


def test_blanks_stand_as_they_were_told_and_missing_rows_by_their_day(made):
    for team_id in "abcd":
        made.team(team_id)
    made.team("e", joined_on=date(2025, 8, 1), left_on=date(2025, 9, 30))
    made.reports("""
        a black 2025-01-01 not_due not_due not_due not_applicable not_applicable not_applicable hidden_at_source hidden_at_source not_reported
        b black 2025-01-01 3/10 not_reported 3/10 not_reported not_due not_applicable
        c black 2025-01-01 hidden_at_source 3/10 3/10
        c white 2025-01-01 3/10 3/10 3/10
    """)
    made.keep()
    assert states(*"abcde", latest=4) == {"a": "dahn", "b": "pnnn", "c": "rnnn", "d": "nnnn", "e": "aana"}


def test_the_quarter_that_runs_is_not_due_whatever_came_of_it(made):
    with writing(made.engine) as connection:
        connection.execute(update(schema.network).values(as_of=date(2025, 11, 30)))
    made.team("a")
    made.reports("a black 2025-10-01 3/10")
    made.keep()
    assert states("a")["a"] == "nnnd"


def test_teams_that_do_not_work_on_the_measure_have_no_states(made):
    made.measure(measure_id="rel")
    made.team("a")
    made.team("b", "rel")
    made.keep()
    assert set(states("a", "b")) == {"a"}


@pytest.mark.parametrize(("viewer", "shown"), [(NETWORK_LEAD, "HHHH"), (Viewer("team_member", frozenset({"a"})), "nnnn")])
def test_what_a_team_hides_is_hidden_from_others(made, viewer, shown):
    made.team("a", terms={"visibility": "hidden"})
    made.keep()
    assert states("a", viewer=viewer) == {"a": shown}
    assert states("a", viewer=viewer, measure=None) == {"a": shown}


def test_all_measures_together_are_in_part_where_one_is_missing_and_leave_out_what_is_hidden(made):
    made.measure(measure_id="rel", name="Records")
    for team_id in "ab":
        made.team(team_id)
    made.team("a", "rel")
    made.team("b", "rel", terms={"visibility": "hidden"})
    reports = "a black 2025-01-01 3/10 3/10 3/10\nb black 2025-01-01 3/10 3/10 3/10"
    made.reports(reports)
    made.keep(("bp", "rel"))
    assert states("a", "b", measure=None) == {"a": "pnnn", "b": "rnnn"}


def test_a_calendar_of_all_measures_keeps_to_the_grain_that_most_have(made):
    assert reports_of(NETWORK_LEAD, None, []).grain == "quarter"
    made.measure(measure_id="years", grain="year")
    made.keep()
    found = catalogue(NETWORK_LEAD).measures
    assert [measure.measure_id for measure in common_measures(found)] == ["bp"]
    assert common_measures([]) == []


def test_a_network_without_measures_has_no_calendar(engine, door):
    Builder(engine)
    calendar = reports_of(NETWORK_LEAD, None, ["a"])
    assert (calendar.grain, calendar.periods, calendar.states) == ("", (), {})


def test_more_than_sixty_teams_are_not_read_at_once(made):
    with pytest.raises(ValueError, match="61 teams"):
        reports_of(NETWORK_LEAD, bp(), [f"t{number}" for number in range(61)])
