"""What teams report. A *series* is one team x measure x stratifier x group; an *observation* is one period of it.

Codes stand once, in the series, so that 25 million observations stay narrow and each is checked against one key.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, CheckConstraint, Column, Date, ForeignKey, ForeignKeyConstraint, Index, PrimaryKeyConstraint, Table, Text, UniqueConstraint

from data_access.schema.columns import Code, Key, metadata, one_of

series = Table(
    "series",
    metadata,
    Column("series_id", Key, primary_key=True, autoincrement=True),
    Column("team_id", Code, ForeignKey("team.team_id"), nullable=False),
    Column("measure_id", Code, nullable=False),
    Column("number", Code, nullable=False),
    Column("stratifier_id", Code, nullable=False),
    Column("group_code", Code, nullable=False),
    ForeignKeyConstraint(["measure_id", "number"], ["measure.measure_id", "measure.number"]),
    ForeignKeyConstraint(["stratifier_id", "group_code"], ["stratifier_group.stratifier_id", "stratifier_group.group_code"]),
    ForeignKeyConstraint(["team_id", "measure_id"], ["team_measure.team_id", "team_measure.measure_id"]),
    UniqueConstraint("measure_id", "stratifier_id", "team_id", "group_code"),
    UniqueConstraint("series_id", "number"),
)

observation = Table(
    "observation",
    metadata,
    Column("series_id", Key, nullable=False),
    Column("period_start", Date, nullable=False),
    Column("number", Code, nullable=False),
    Column("numerator", BigInteger),
    Column("denominator", BigInteger),
    Column("blank_reason", Code),
    Column("note", Text, nullable=False, server_default=""),
    # No foreign key: the load writes its own number, and the check would cost as much as all the rest of a big load.
    Column("load_id", Key, nullable=False),
    PrimaryKeyConstraint("series_id", "period_start"),
    ForeignKeyConstraint(["series_id", "number"], ["series.series_id", "series.number"]),
    one_of("blank_reason", "not_due", "not_reported", "hidden_at_source", "not_applicable"),
    CheckConstraint("numerator >= 0", name="numerator_positive"),
    CheckConstraint("denominator >= 0", name="denominator_positive"),
    CheckConstraint("(numerator IS NULL) = (blank_reason IS NOT NULL)", name="blank_where_missing"),
    CheckConstraint("denominator IS NOT NULL OR blank_reason IS NOT NULL OR number IN ('count', 'time_between')", name="denominator_where_needed"),
    CheckConstraint("number <> 'proportion' OR numerator <= denominator", name="numerator_within"),
    Index("ix_observation_load_id", "load_id"),
    sqlite_with_rowid=False,
)
