"""What a load computes and keeps for pages."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Date, Float, ForeignKey, ForeignKeyConstraint, Index, Integer, PrimaryKeyConstraint, Table, Text

from data_access.schema.columns import Code, Key, metadata, one_of

# They can be computed from the others at any time: a migration may drop them and make them again.
KEPT_TABLES = ("observation_summary", "released", "verdict", "signal", "teams_together", "team_levels", "verdict_log")

# Kept by every load in its own transaction: core measures only, observations with a numerator only.
observation_summary = Table(
    "observation_summary",
    metadata,
    Column("measure_id", Code, ForeignKey("measure.measure_id"), nullable=False),
    Column("stratifier_id", Code, nullable=False),
    Column("group_code", Code, nullable=False),
    Column("period_start", Date, nullable=False),
    Column("numerator", BigInteger, nullable=False),
    Column("denominator", BigInteger, nullable=False),
    Column("teams", Integer, nullable=False),
    PrimaryKeyConstraint("measure_id", "stratifier_id", "group_code", "period_start"),
    ForeignKeyConstraint(["stratifier_id", "group_code"], ["stratifier_group.stratifier_id", "stratifier_group.group_code"]),
)

# What was said of every count, in one row a series: what comes later is built upon it. Without keys to other tables: it outlives what it was said of.
released = Table(
    "released",
    metadata,
    Column("measure_id", Code, nullable=False),
    # Empty = the network.
    Column("team_id", Code, nullable=False),
    Column("stratifier_id", Code, nullable=False),
    Column("group_code", Text, nullable=False),
    Column("policy", Code, nullable=False),
    Column("policy_version", Integer, nullable=False),
    # JSON: [first day, numerator, denominator, hidden, band, steps] of each period.
    Column("cells", Text, nullable=False),
    PrimaryKeyConstraint("measure_id", "team_id", "stratifier_id", "group_code"),
)

# The verdict on each team's gap of record, computed when data are loaded and read by pages.
verdict = Table(
    "verdict",
    metadata,
    Column("team_id", Code, nullable=False),
    Column("measure_id", Code, nullable=False),
    Column("word", Code, one_of("word", "closing", "levelled_down", "widening", "no_clear_change", "cannot_tell_yet"), nullable=False),
    Column("fitted_start", Float),
    Column("fitted_end", Float),
    Column("detectable_change", Float),
    Column("crossed", Boolean, nullable=False),
    Column("opposite", Boolean, nullable=False),
    # Periods with both rates, and how many of them the small-number rule hides from others.
    Column("periods", Integer, nullable=False),
    Column("periods_hidden", Integer, nullable=False),
    # The last period with a gap, and the last that was reported at all: its source may have hidden it.
    Column("last_period", Date),
    Column("last_reported", Date),
    Column("rule_version", Code, nullable=False),
    PrimaryKeyConstraint("team_id", "measure_id"),
    ForeignKeyConstraint(["team_id", "measure_id"], ["team_measure.team_id", "team_measure.measure_id"]),
    Index("ix_verdict_measure_word", "measure_id", "word"),
)

# Which word stood from which load on: so that a team can be told what changed since it last looked.
verdict_log = Table(
    "verdict_log",
    metadata,
    Column("team_id", Code, nullable=False),
    Column("measure_id", Code, nullable=False),
    Column("load_id", Key, nullable=False),
    Column("word", Code, nullable=False),
    # No foreign key: rows go with the load that brought them, whatever else goes.
    PrimaryKeyConstraint("team_id", "measure_id", "load_id"),
)

# What the rules of charts found in each team's gap of record; number counts the findings of one gap.
signal = Table(
    "signal",
    metadata,
    Column("team_id", Code, nullable=False),
    Column("measure_id", Code, nullable=False),
    Column("number", Integer, nullable=False),
    Column("rule", Code, nullable=False),
    Column("side", Integer, nullable=False),
    Column("first_period", Date, nullable=False),
    Column("last_period", Date, nullable=False),
    Column("seen", Integer, nullable=False),
    Column("allowed", Integer),
    Column("rules_version", Code, nullable=False),
    PrimaryKeyConstraint("team_id", "measure_id", "number"),
    ForeignKeyConstraint(["team_id", "measure_id"], ["team_measure.team_id", "team_measure.measure_id"]),
)

# A core measure's gap in its latest period inside teams and between them, from released counts; difference and ratio focus against reference.
teams_together = Table(
    "teams_together",
    metadata,
    Column("measure_id", Code, ForeignKey("measure.measure_id"), primary_key=True),
    Column("period_start", Date, nullable=False),
    Column("teams", Integer, nullable=False),
    Column("crude_difference", Float),
    Column("difference", Float),
    Column("difference_low", Float),
    Column("difference_high", Float),
    Column("crude_ratio", Float),
    Column("ratio", Float),
    Column("ratio_low", Float),
    Column("ratio_high", Float),
    Column("mean", Float),
    Column("mean_low", Float),
    Column("mean_high", Float),
    Column("prediction", Float),
    Column("prediction_low", Float),
    Column("prediction_high", Float),
    Column("rules_version", Code, nullable=False),
)

# Where each team stands on a framework, by whom and on what evidence: before release. Without keys to other tables: it is made anew with what they hold.
team_levels = Table(
    "team_levels",
    metadata,
    Column("framework_id", Code, nullable=False),
    Column("version", Code, nullable=False),
    Column("team_id", Code, nullable=False),
    Column("first_on", Date, nullable=False),
    Column("latest_on", Date, nullable=False),
    Column("shown_rater", Code, nullable=False),
    # JSON: [domain, then, now, moved without evidence, own, coach's, agreed, lowest, highest level, raters] of each domain that was scored.
    Column("domains", Text, nullable=False),
    Column("rules_version", Code, nullable=False),
    PrimaryKeyConstraint("framework_id", "version", "team_id"),
)
