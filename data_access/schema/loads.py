"""Loads, their files, and what they replaced: a load can be undone whole."""

from __future__ import annotations

from sqlalchemy import BigInteger, CheckConstraint, Column, Date, DateTime, ForeignKey, Index, Integer, PrimaryKeyConstraint, String, Table, Text

from data_access.schema.columns import Code, Key, metadata

store_state = Table(
    "store_state",
    metadata,
    Column("only", Integer, CheckConstraint('"only" = 1', name="only_one"), primary_key=True, server_default="1"),
    Column("version", Key, nullable=False),
)

load = Table(
    "load",
    metadata,
    Column("load_id", Key, primary_key=True, autoincrement=True),
    Column("loaded_at", DateTime(timezone=True), nullable=False),
    Column("loaded_by", Text, nullable=False),
    Column("vintage", Date),
    Column("rows_added", Integer, nullable=False),
    Column("rows_changed", Integer, nullable=False),
    Column("rows_unchanged", Integer, nullable=False),
    Column("rows_rejected", Integer, nullable=False),
    Column("data_through", Date),
    Column("undone_by", Key, ForeignKey("load.load_id")),
)

load_file = Table(
    "load_file",
    metadata,
    Column("load_id", Key, ForeignKey("load.load_id"), nullable=False),
    Column("file_name", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    PrimaryKeyConstraint("load_id", "file_name"),
)

# What a load replaced. A row that a load added has none: observation.load_id names the load that wrote it last.
observation_history = Table(
    "observation_history",
    metadata,
    Column("series_id", Key, ForeignKey("series.series_id"), nullable=False),
    Column("period_start", Date, nullable=False),
    Column("load_id", Key, ForeignKey("load.load_id"), nullable=False),
    Column("old_load_id", Key, ForeignKey("load.load_id"), nullable=False),
    Column("old_numerator", BigInteger),
    Column("old_denominator", BigInteger),
    Column("old_blank_reason", Code),
    Column("old_note", Text, nullable=False),
    Column("new_numerator", BigInteger),
    Column("new_denominator", BigInteger),
    Column("new_blank_reason", Code),
    PrimaryKeyConstraint("series_id", "period_start", "load_id"),
    Index("ix_observation_history_load_id", "load_id"),
)

# The same for every other table: a load can be undone whole.
definition_history = Table(
    "definition_history",
    metadata,
    Column("load_id", Key, ForeignKey("load.load_id"), nullable=False),
    Column("step", Integer, nullable=False),
    Column("table_name", Code, nullable=False),
    Column("row_key", Text, nullable=False),
    # The row as it was, as JSON; empty where the load added it.
    Column("old_row", Text),
    PrimaryKeyConstraint("load_id", "step"),
)
