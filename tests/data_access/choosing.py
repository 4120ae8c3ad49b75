"""Choices of teams, written as the app writes them, for tests of what loads and pages make of them."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Engine, insert, select

from data_access import schema
from data_access.choice_tables import shared_maturity, visibility_choice
from data_access.engine import writing
from data_access.settling import set_visibility
from tests.data_access.builder import Builder

NOW = datetime(2026, 1, 6, 9, 0, tzinfo=UTC)
TERMS = schema.team_measure.c


def visibility_of(engine: Engine, team_id: str, measure_id: str) -> str | None:
    """How a team appears on a measure; None where it does not work on it."""
    with engine.connect() as connection:
        return connection.scalar(select(TERMS.visibility).where(TERMS.team_id == team_id, TERMS.measure_id == measure_id))


def hide(made: Builder, team_id: str, measure_id: str = "bp") -> None:
    """The team hides this measure, as a file says it."""
    with writing(made.engine) as connection:
        set_visibility(connection, team_id, measure_id, "hidden")
    made.keep()


def chosen(engine: Engine, team_id: str, measure_id: str, visibility: str) -> None:
    """The team's first choice on this measure."""
    filed = visibility_of(engine, team_id, measure_id)
    row = {"team_id": team_id, "measure_id": measure_id, "visibility": visibility, "filed_then": filed, "filed": filed, "chosen_at": NOW}
    with writing(engine) as connection:
        connection.execute(insert(visibility_choice), row)
        set_visibility(connection, team_id, measure_id, visibility)


def shared(engine: Engine, *team_ids: str) -> None:
    """These teams agreed that others see their levels."""
    with writing(engine) as connection:
        connection.execute(insert(shared_maturity), [{"team_id": team_id, "agreed_at": NOW} for team_id in team_ids])
