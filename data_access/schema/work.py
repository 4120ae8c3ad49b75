"""What teams do: practices, changes, stories, actions, and the network's convenings."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Date, ForeignKey, Integer, PrimaryKeyConstraint, Table, Text

from data_access.schema.columns import Code, metadata, one_of

practice = Table(
    "practice",
    metadata,
    Column("practice_id", Code, primary_key=True),
    Column("name", Text, nullable=False),
    Column("wording", Text, nullable=False, server_default=""),
)

practice_use = Table(
    "practice_use",
    metadata,
    Column("team_id", Code, ForeignKey("team.team_id"), nullable=False),
    Column("practice_id", Code, ForeignKey("practice.practice_id"), nullable=False),
    Column("period_start", Date, nullable=False),
    Column("stage", Text, nullable=False),
    PrimaryKeyConstraint("team_id", "practice_id", "period_start"),
)

event = Table(
    "event",
    metadata,
    Column("event_id", Code, primary_key=True),
    Column("kind", Code, one_of("kind", "convening", "action_period"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("starts_on", Date, nullable=False),
    Column("ends_on", Date, nullable=False),
    Column("cohort", Text, nullable=False, server_default=""),
    Column("place", Text, nullable=False, server_default=""),
    CheckConstraint("starts_on <= ends_on", name="event_forward"),
)

change = Table(
    "change",
    metadata,
    Column("change_id", Code, primary_key=True),
    Column("team_id", Code, ForeignKey("team.team_id"), nullable=False),
    Column("driver", Text, nullable=False, server_default=""),
    Column("tested", Text, nullable=False),
    Column("started_on", Date, nullable=False),
    Column("ended_on", Date),
    Column("decision", Code, one_of("decision", "running", "adopt", "adapt", "abandon"), nullable=False),
)

change_measure = Table(
    "change_measure",
    metadata,
    Column("change_id", Code, ForeignKey("change.change_id"), nullable=False),
    Column("measure_id", Code, ForeignKey("measure.measure_id"), nullable=False),
    PrimaryKeyConstraint("change_id", "measure_id"),
)

story = Table(
    "story",
    metadata,
    Column("team_id", Code, ForeignKey("team.team_id"), nullable=False),
    Column("period_start", Date, nullable=False),
    Column("words", Text, nullable=False),
    Column("by", Text, nullable=False, server_default=""),
    PrimaryKeyConstraint("team_id", "period_start"),
)

action = Table(
    "action",
    metadata,
    Column("action_id", Code, primary_key=True),
    Column("team_id", Code, ForeignKey("team.team_id"), nullable=False),
    Column("focus_area", Text, nullable=False),
    Column("inequity", Text, nullable=False),
    Column("adopted_on", Date),
    Column("acted_on", Date),
    Column("evidence", Text, nullable=False, server_default=""),
)
