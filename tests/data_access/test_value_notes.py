"""Notes on single values: released like the values that they stand beside, on both databases."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import Engine, select, update

from data_access import schema
from data_access.engine import writing
from data_access.value_notes import ValueNotes, value_notes
from data_access.viewer import NETWORK_LEAD, Viewer
from equity.notes import Note
from equity.periods import period_of
from tests.data_access.builder import Builder

OWN = Viewer("team_member", frozenset({"a"}))


def noted(made: Builder, words: str, day: date, *, group_code: str = "black", measure_id: str = "bp") -> None:
    """Team a writes this beside one value."""
    series = schema.series.c
    chosen = select(series.series_id).where(series.team_id == "a", series.group_code == group_code, series.measure_id == measure_id).scalar_subquery()
    at = (schema.observation.c.series_id == chosen) & (schema.observation.c.period_start == day)
    with writing(made.engine) as connection:
        assert connection.execute(update(schema.observation).where(at).values(note=words)).rowcount == 1


def words(viewer: Viewer = NETWORK_LEAD, measure_id: str = "bp") -> list[str]:
    return [note.words for note in value_notes(viewer, ["a", "b"], [measure_id]).notes]


@pytest.mark.parametrize(
    ("cells", "is_shown"),
    [
        # the month's own value: numerator, complement and all of them at 10 and 11
        ("20/40 11/22 20/40", True),
        ("20/40 10/40 20/40", False),
        ("20/40 30/40 20/40", False),
        ("20/40 10/10 20/40", False),
        ("20/40 0/40 20/40", True),
        # the quarter that it is shown in
        ("0/40 0/40 10/40", False),
        ("0/40 0/40 11/40", True),
        # a blank tells no number, but what its source hid is nobody's to see
        ("20/40 not_reported 20/40", True),
        # the only numbers of its quarter are few people
        ("5/40 not_due -", False),
        ("20/40 not_applicable 20/40", True),
        ("20/40 hidden_at_source 20/40", False),
    ],
)
def test_a_note_is_seen_by_whoever_sees_its_value(made: Builder, cells: str, is_shown: bool) -> None:
    made.team("a")
    made.reports(f"a black 2025-01-01 {cells}")
    noted(made, "Flood", date(2025, 2, 1))
    made.keep()
    assert words() == (["Flood"] if is_shown else [])
    assert words(OWN) == ["Flood"]


def test_a_value_that_is_shown_in_its_own_period_hangs_on_no_other(made: Builder) -> None:
    made.measure(measure_id="rel", grain="quarter")
    made.team("a", "rel")
    made.reports("a black 2025-01-01 5/40 20/40", measure_id="rel")
    noted(made, "First", date(2025, 1, 1), measure_id="rel")
    noted(made, "Second", date(2025, 4, 1), measure_id="rel")
    made.keep(["bp", "rel"])
    assert words(measure_id="rel") == ["Second"]
    assert words(OWN, "rel") == ["Second", "First"]


def test_events_without_people_hang_on_their_number(made: Builder) -> None:
    made.measure(measure_id="falls", number="count", grain="month")
    made.team("a", "falls")
    made.reports("a black 2025-01-01 20 5", measure_id="falls", number="count")
    noted(made, "Many", date(2025, 1, 1), measure_id="falls")
    noted(made, "Few", date(2025, 2, 1), measure_id="falls")
    made.keep(["bp", "falls"])
    assert words(measure_id="falls") == ["Many"]


def test_of_events_without_people_a_note_is_told_where_their_number_is(engine: Engine, door: str) -> None:
    made = Builder(engine, release_policy="shared_counts")
    made.measure(measure_id="falls", number="count", grain="quarter")
    made.team("a", "falls")
    made.reports("a black 2025-01-01 20 not_reported", measure_id="falls", number="count")
    noted(made, "Many", date(2025, 1, 1), measure_id="falls")
    noted(made, "Late", date(2025, 4, 1), measure_id="falls")
    made.keep(["falls"])
    assert words(measure_id="falls") == ["Late"]
    assert words(OWN, "falls") == ["Late", "Many"]


def test_a_measure_that_a_team_hides_shows_no_note(made: Builder) -> None:
    made.team("a", terms={"visibility": "hidden"})
    made.reports("a black 2025-01-01 20/40")
    noted(made, "Flood", date(2025, 1, 1))
    made.keep()
    assert (words(), words(OWN)) == ([], ["Flood"])


def test_the_latest_come_first_and_only_so_many_are_read(made: Builder) -> None:
    made.team("a")
    made.reports("a black 2025-01-01 20/40 20/40 20/40\na all 2025-01-01 40/80")
    for month in (1, 2, 3):
        noted(made, f"Note {month}", date(2025, month, 1))
    noted(made, "Of all", date(2025, 1, 1), group_code="all")
    made.keep()
    assert words() == ["Note 3", "Note 2", "Of all", "Note 1"]
    assert value_notes(NETWORK_LEAD, ["a"], ["bp"], most=2) == ValueNotes(
        (
            Note("a", "bp", "race", "black", period_of(date(2025, 3, 1), "month"), "Note 3", "Ada", "2026-01-05 14:03"),
            Note("a", "bp", "race", "black", period_of(date(2025, 2, 1), "month"), "Note 2", "Ada", "2026-01-05 14:03"),
        ),
        False,
    )
    assert value_notes(NETWORK_LEAD, ["a"], ["bp"], most=4).is_whole
    assert value_notes(NETWORK_LEAD, [], ["bp"]) == ValueNotes((), True)
