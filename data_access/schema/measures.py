"""Measures, what guards them, and on which terms each team works on them."""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    Computed,
    Date,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

from data_access.schema.columns import Code, metadata, one_of

measure = Table(
    "measure",
    metadata,
    Column("measure_id", Code, primary_key=True),
    # The place in its file: the order in which a network names its measures.
    Column("position", Integer, nullable=False, server_default="0"),
    Column("name", Text, nullable=False),
    Column("short_name", Text, nullable=False),
    Column("kind", Code, one_of("kind", "outcome", "process", "balancing", "structural"), nullable=False),
    Column("number", Code, one_of("number", "proportion", "rate", "count", "time_between"), nullable=False),
    Column("numerator_words", Text, nullable=False),
    Column("denominator_words", Text, nullable=False),
    Column("people", Text, nullable=False),
    Column("improvement_direction", Code, one_of("improvement_direction", "higher", "lower", "neutral"), nullable=False),
    Column("unit", Text, nullable=False),
    Column("multiplier", Integer, CheckConstraint("multiplier > 0", name="multiplier_positive"), nullable=False),
    Column("grain", Code, one_of("grain", "month", "quarter", "half-year", "year"), nullable=False),
    Column("due_days", Integer, CheckConstraint("due_days >= 0", name="due_days_positive"), nullable=False),
    Column("stratifier_id", Code, ForeignKey("stratifier.stratifier_id"), nullable=False),
    Column("reference_group", Code, nullable=False),
    # The reference as a group's code; empty where it is others, overall, best or largest, which are no groups.
    Column(
        "reference_code",
        Code,
        Computed("CASE WHEN reference_group IN ('others', 'overall', 'best', 'largest') THEN NULL ELSE reference_group END", persisted=True),
    ),
    Column("focus_group", Code, nullable=False),
    Column("scale", Code, one_of("scale", "difference", "ratio"), nullable=False),
    Column("meaningful_change", Float, CheckConstraint("meaningful_change > 0", name="meaningful_change_positive"), nullable=False),
    Column("steward", Text, nullable=False, server_default=""),
    Column("source", Text, nullable=False, server_default=""),
    Column("version", Text, nullable=False, server_default=""),
    Column("valid_from", Date),
    ForeignKeyConstraint(["stratifier_id", "focus_group"], ["stratifier_group.stratifier_id", "stratifier_group.group_code"], name="fk_measure_focus_group"),
    ForeignKeyConstraint(
        ["stratifier_id", "reference_code"], ["stratifier_group.stratifier_id", "stratifier_group.group_code"], name="fk_measure_reference_code"
    ),
    UniqueConstraint("measure_id", "number"),
)

measure_guard = Table(
    "measure_guard",
    metadata,
    Column("measure_id", Code, ForeignKey("measure.measure_id"), nullable=False),
    Column("guarded_measure_id", Code, ForeignKey("measure.measure_id"), nullable=False),
    PrimaryKeyConstraint("measure_id", "guarded_measure_id"),
)

team_measure = Table(
    "team_measure",
    metadata,
    Column("team_id", Code, ForeignKey("team.team_id"), nullable=False),
    Column("measure_id", Code, ForeignKey("measure.measure_id"), nullable=False),
    Column("standing", Code, one_of("standing", "core", "own"), nullable=False),
    Column("aim", Float),
    Column("aim_on", Date),
    Column("registered_on", Date),
    Column("baseline_from", Date),
    Column("baseline_to", Date),
    Column("focus_group", Code),
    # The stratifier that focus_group belongs to: the measure's own.
    Column("focus_stratifier_id", Code),
    Column("visibility", Code, one_of("visibility", "network", "coded", "hidden"), nullable=False, server_default="network"),
    PrimaryKeyConstraint("team_id", "measure_id"),
    ForeignKeyConstraint(
        ["focus_stratifier_id", "focus_group"], ["stratifier_group.stratifier_id", "stratifier_group.group_code"], name="fk_team_measure_focus_group"
    ),
    CheckConstraint("(focus_group IS NULL) = (focus_stratifier_id IS NULL)", name="focus_whole"),
    CheckConstraint("(baseline_from IS NULL) = (baseline_to IS NULL)", name="baseline_whole"),
    CheckConstraint("baseline_from <= baseline_to", name="baseline_forward"),
    Index("ix_team_measure_measure", "measure_id", "standing"),
)
