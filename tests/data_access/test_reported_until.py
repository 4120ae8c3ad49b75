"""Through which month, quarter or year a team has reported: its own grain, whatever charts put together."""

from __future__ import annotations

from datetime import date

from data_access.catalogue import catalogue
from data_access.reported_until import reported_until
from data_access.viewer import NETWORK_LEAD, Viewer
from tests.data_access.builder import Builder


def until(team_id: str, viewer: Viewer = NETWORK_LEAD) -> dict[str, date | None]:
    return reported_until(viewer, catalogue(viewer).measures, team_id)


def written(made: Builder, *, visibility: str = "network") -> None:
    """a: two months of bp and a quarter of rel; b: nothing."""
    made.measure(measure_id="rel", grain="quarter")
    for team_id in "ab":
        made.team(team_id, terms={"visibility": visibility})
        made.team(team_id, "rel")
    made.reports("a black 2025-01-01 30/90 30/90 not_reported\n a white 2025-01-01 60/90 not_reported not_reported")
    made.reports("a black 2025-01-01 30/90 hidden_at_source", measure_id="rel")
    made.keep(("bp", "rel"))


def test_the_last_month_and_the_last_quarter_are_told_by_their_last_days(made):
    written(made)
    # February of bp; the second quarter of rel came, though its source hides the numbers
    assert until("a") == {"bp": date(2025, 2, 28), "rel": date(2025, 6, 30)}


def test_a_team_that_told_nothing_has_none(made):
    written(made)
    assert until("b") == {"bp": None, "rel": None}


def test_what_a_team_hides_is_told_to_its_own_members_alone(made):
    written(made, visibility="hidden")
    assert until("a")["bp"] is None
    assert until("a", Viewer("team", frozenset({"a"})))["bp"] == date(2025, 2, 28)
