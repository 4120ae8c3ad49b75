"""Every report in its measure's own grain, on both databases."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import update

from data_access import schema
from data_access.engine import writing
from data_access.report_log import report_log
from data_access.viewer import NETWORK_LEAD, Viewer
from tests.data_access.builder import Builder


def told(viewer: Viewer = NETWORK_LEAD) -> list[tuple[str, list[tuple[str, str]]]]:
    (log,) = report_log(viewer, ["a"]).values()
    return [(one.measure_id, [(report.period.label, report.state) for report in one.reports]) for one in log]


def test_each_month_has_its_state_and_the_day_on_which_it_was_due(made: Builder) -> None:
    made.team("a", joined_on=date(2025, 8, 1))
    made.reports("a black 2025-08-01 20/40 - hidden_at_source")
    made.keep()
    # the network's day is the last of 2025, 45 days after the middle of November
    assert told() == [
        (
            "bp",
            [
                *((f"{name} 2025", "not_applicable") for name in ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul")),
                ("Aug 2025", "reported"),
                ("Sep 2025", "not_reported"),
                ("Oct 2025", "hidden_at_source"),
                ("Nov 2025", "not_due"),
                ("Dec 2025", "not_due"),
            ],
        )
    ]
    reports = report_log(NETWORK_LEAD, ["a"])["a"][0].reports
    assert [report.due_on for report in reports[7:9]] == [date(2025, 10, 15), date(2025, 11, 14)]


def test_a_measure_has_its_own_grain_and_begins_with_the_network(made: Builder) -> None:
    made.measure(measure_id="rel", grain="half-year")
    made.team("a", "rel")
    made.keep(["bp", "rel"])
    assert told() == [("rel", [("1st half 2025", "not_reported"), ("2nd half 2025", "not_due")])]


def test_a_period_that_began_before_the_network_and_ended_in_it_counts(made: Builder) -> None:
    with writing(made.engine) as connection:
        connection.execute(update(schema.network).values(starts_on=date(2025, 2, 1)))
    made.measure(measure_id="rel", grain="half-year")
    made.team("a", "rel")
    made.keep(["bp", "rel"])
    assert told() == [("rel", [("1st half 2025", "not_reported"), ("2nd half 2025", "not_due")])]


def test_a_measure_begins_earlier_where_any_team_has_numbers_of_it(made: Builder) -> None:
    made.team("a")
    made.team("b")
    made.reports("b black 2024-11-01 20/40")
    made.keep()
    ((_, reports),) = told()
    assert reports[:3] == [("Nov 2024", "not_reported"), ("Dec 2024", "not_reported"), ("Jan 2025", "not_reported")]


def test_a_measure_of_a_teams_own_begins_with_its_first_numbers(made: Builder) -> None:
    made.team("a", standing="own")
    made.reports("a black 2024-11-01 20/40 not_reported 20/40")
    made.keep()
    ((_, reports),) = told()
    assert reports[:3] == [("Nov 2024", "reported"), ("Dec 2024", "not_reported"), ("Jan 2025", "reported")]


def test_reports_of_more_than_three_years_ago_are_left_out(made: Builder) -> None:
    made.team("a")
    made.reports("a black 2022-10-01 20/40 20/40 20/40")
    made.keep()
    ((_, reports),) = told()
    # the network's day is the last of 2025
    assert reports[0] == ("Dec 2022", "reported")


def test_a_measure_that_a_team_hides_is_told_to_its_own_members(made: Builder) -> None:
    made.team("a", terms={"visibility": "hidden"})
    made.keep()
    assert told() == []
    assert [measure_id for measure_id, _ in told(Viewer("team_member", frozenset({"a"})))] == ["bp"]


def test_a_team_that_works_on_nothing_has_no_report(made: Builder) -> None:
    assert report_log(NETWORK_LEAD, ["a"]) == {"a": ()}


def test_more_teams_than_a_page_has_are_refused(made: Builder) -> None:
    with pytest.raises(ValueError, match="61 teams were asked for"):
        report_log(NETWORK_LEAD, [str(number) for number in range(61)])
