"""The network, its teams, and how their people are divided."""

from __future__ import annotations

from sqlalchemy import Boolean, CheckConstraint, Column, Date, ForeignKey, Index, Integer, PrimaryKeyConstraint, Table, Text

from data_access.schema.columns import Code, metadata, one_of

network = Table(
    "network",
    metadata,
    Column("network_id", Code, primary_key=True),
    Column("name", Text, nullable=False),
    Column("starts_on", Date, nullable=False),
    Column("months", Integer, CheckConstraint("months > 0", name="months_positive"), nullable=False),
    Column("as_of", Date),
    Column("synthetic", Boolean, nullable=False),
    Column("release_policy", Code, nullable=False),
    # One store holds one network.
    Column("only", Integer, CheckConstraint('"only" = 1', name="only_one"), nullable=False, unique=True, server_default="1"),
)

team = Table(
    "team",
    metadata,
    Column("team_id", Code, primary_key=True),
    Column("name", Text, nullable=False),
    Column("sector", Text, nullable=False, server_default=""),
    Column("setting", Text, nullable=False, server_default=""),
    Column("cohort", Text, nullable=False, server_default=""),
    Column("joined_on", Date),
    Column("left_on", Date),
    Column("population", Text, nullable=False, server_default=""),
    Column("contact", Text, nullable=False, server_default=""),
)
Index("ix_team_name", team.c.name, team.c.team_id)

stratifier = Table(
    "stratifier",
    metadata,
    Column("stratifier_id", Code, primary_key=True),
    Column("name", Text, nullable=False),
    Column("ordered", Boolean, nullable=False),
    Column("version", Text, nullable=False, server_default=""),
)

stratifier_group = Table(
    "stratifier_group",
    metadata,
    Column("stratifier_id", Code, ForeignKey("stratifier.stratifier_id"), nullable=False),
    Column("group_code", Code, nullable=False),
    Column("label", Text, nullable=False),
    Column("short_label", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("kind", Code, one_of("kind", "group", "unknown", "declined"), nullable=False),
    Column("includes", Text, nullable=False, server_default=""),
    PrimaryKeyConstraint("stratifier_id", "group_code"),
)
