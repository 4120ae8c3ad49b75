"""What teams chose in the app. As with accounts, no load, no seed and no undoing reaches these tables."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, ForeignKeyConstraint, PrimaryKeyConstraint, Table

from data_access.accounts.tables import Moment, metadata
from data_access.schema import Code, one_of, team, team_measure
from data_access.visibility import VISIBILITIES

# How a team wants to appear on a measure. A load that takes the measure away from the team is not undone while it is here.
visibility_choice = Table(
    "visibility_choice",
    metadata,
    Column("team_id", Code, nullable=False),
    Column("measure_id", Code, nullable=False),
    Column("visibility", Code, one_of("visibility", *VISIBILITIES), nullable=False),
    # What the files said when the team chose, and what they say now: where these differ, the stricter of choice and file holds.
    Column("filed_then", Code, one_of("filed_then", *VISIBILITIES), nullable=False),
    Column("filed", Code, one_of("filed", *VISIBILITIES), nullable=False),
    Column("chosen_at", Moment, nullable=False),
    PrimaryKeyConstraint("team_id", "measure_id"),
    ForeignKeyConstraint(["team_id", "measure_id"], [team_measure.c.team_id, team_measure.c.measure_id]),
)

# The teams that agreed that others see their levels under their name.
shared_maturity = Table(
    "shared_maturity",
    metadata,
    Column("team_id", Code, ForeignKey(team.c.team_id), primary_key=True),
    Column("agreed_at", Moment, nullable=False),
)
