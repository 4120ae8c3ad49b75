"""The core store: network, teams, measures, observations with their history, maturity, learning.

Revision ID: 0001
Revises: nothing
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
CODE = sa.String(64)
# Whoever refers to a table stands before it.
TABLES = (
    "action",
    "story",
    "change_measure",
    "change",
    "event",
    "practice_use",
    "practice",
    "progress_score",
    "score",
    "assessment",
    "framework_level",
    "framework_item",
    "framework_domain",
    "framework",
    "observation_history",
    "observation",
    "series",
    "team_measure",
    "measure_guard",
    "measure",
    "stratifier_group",
    "stratifier",
    "team",
    "definition_history",
    "load_file",
    "load",
    "store_state",
    "network",
)


def upgrade() -> None:
    _create_network()
    _create_measures()
    _create_observations()
    _create_maturity()
    _create_learning()


def _create_network() -> None:
    op.create_table(
        "network",
        sa.Column("network_id", CODE, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("months", sa.Integer(), nullable=False),
        sa.Column("as_of", sa.Date()),
        sa.Column("synthetic", sa.Boolean(), nullable=False),
        sa.Column("release_policy", CODE, nullable=False),
        sa.Column("only", sa.Integer(), nullable=False, server_default="1"),
        sa.PrimaryKeyConstraint("network_id", name=op.f("pk_network")),
        sa.UniqueConstraint("only", name=op.f("uq_network_only")),
        sa.CheckConstraint("months > 0", name=op.f("ck_network_months_positive")),
        sa.CheckConstraint('"only" = 1', name=op.f("ck_network_only_one")),
    )
    op.create_table(
        "store_state",
        sa.Column("only", sa.Integer(), nullable=False, server_default="1"),
        sa.Column("version", KEY, nullable=False),
        sa.PrimaryKeyConstraint("only", name=op.f("pk_store_state")),
        sa.CheckConstraint('"only" = 1', name=op.f("ck_store_state_only_one")),
    )
    op.create_table(
        "load",
        sa.Column("load_id", KEY, autoincrement=True, nullable=False),
        sa.Column("loaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("loaded_by", sa.Text(), nullable=False),
        sa.Column("vintage", sa.Date()),
        sa.Column("rows_added", sa.Integer(), nullable=False),
        sa.Column("rows_changed", sa.Integer(), nullable=False),
        sa.Column("rows_unchanged", sa.Integer(), nullable=False),
        sa.Column("rows_rejected", sa.Integer(), nullable=False),
        sa.Column("data_through", sa.Date()),
        sa.Column("undone_by", KEY),
        sa.PrimaryKeyConstraint("load_id", name=op.f("pk_load")),
        sa.ForeignKeyConstraint(["undone_by"], ["load.load_id"], name=op.f("fk_load_undone_by_load")),
    )
    op.create_table(
        "load_file",
        sa.Column("load_id", KEY, nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("sha256", CODE, nullable=False),
        sa.PrimaryKeyConstraint("load_id", "file_name", name=op.f("pk_load_file")),
        sa.ForeignKeyConstraint(["load_id"], ["load.load_id"], name=op.f("fk_load_file_load_id_load")),
    )
    op.create_table(
        "definition_history",
        sa.Column("load_id", KEY, nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("table_name", CODE, nullable=False),
        sa.Column("row_key", sa.Text(), nullable=False),
        sa.Column("old_row", sa.Text()),
        sa.PrimaryKeyConstraint("load_id", "step", name=op.f("pk_definition_history")),
        sa.ForeignKeyConstraint(["load_id"], ["load.load_id"], name=op.f("fk_definition_history_load_id_load")),
    )
    op.create_table(
        "team",
        sa.Column("team_id", CODE, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("sector", sa.Text(), nullable=False, server_default=""),
        sa.Column("setting", sa.Text(), nullable=False, server_default=""),
        sa.Column("cohort", sa.Text(), nullable=False, server_default=""),
        sa.Column("joined_on", sa.Date()),
        sa.Column("left_on", sa.Date()),
        sa.Column("population", sa.Text(), nullable=False, server_default=""),
        sa.Column("contact", sa.Text(), nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("team_id", name=op.f("pk_team")),
    )
    op.create_index("ix_team_name", "team", ["name", "team_id"])


def _create_measures() -> None:
    op.create_table(
        "stratifier",
        sa.Column("stratifier_id", CODE, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("ordered", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("stratifier_id", name=op.f("pk_stratifier")),
    )
    op.create_table(
        "stratifier_group",
        sa.Column("stratifier_id", CODE, nullable=False),
        sa.Column("group_code", CODE, nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("short_label", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", CODE, nullable=False),
        sa.Column("includes", sa.Text(), nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("stratifier_id", "group_code", name=op.f("pk_stratifier_group")),
        sa.ForeignKeyConstraint(["stratifier_id"], ["stratifier.stratifier_id"], name=op.f("fk_stratifier_group_stratifier_id_stratifier")),
        sa.CheckConstraint("kind IN ('group', 'unknown', 'declined')", name=op.f("ck_stratifier_group_kind_known")),
    )
    op.create_table(
        "measure",
        sa.Column("measure_id", CODE, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("short_name", sa.Text(), nullable=False),
        sa.Column("kind", CODE, nullable=False),
        sa.Column("number", CODE, nullable=False),
        sa.Column("numerator_words", sa.Text(), nullable=False),
        sa.Column("denominator_words", sa.Text(), nullable=False),
        sa.Column("people", sa.Text(), nullable=False),
        sa.Column("improvement_direction", CODE, nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("multiplier", sa.Integer(), nullable=False),
        sa.Column("grain", CODE, nullable=False),
        sa.Column("due_days", sa.Integer(), nullable=False),
        sa.Column("stratifier_id", CODE, nullable=False),
        sa.Column("reference_group", CODE, nullable=False),
        sa.Column(
            "reference_code", CODE, sa.Computed("CASE WHEN reference_group IN ('others', 'overall', 'best') THEN NULL ELSE reference_group END", persisted=True)
        ),
        sa.Column("focus_group", CODE, nullable=False),
        sa.Column("scale", CODE, nullable=False),
        sa.Column("meaningful_change", sa.Float(), nullable=False),
        sa.Column("steward", sa.Text(), nullable=False, server_default=""),
        sa.Column("source", sa.Text(), nullable=False, server_default=""),
        sa.Column("version", sa.Text(), nullable=False, server_default=""),
        sa.Column("valid_from", sa.Date()),
        sa.PrimaryKeyConstraint("measure_id", name=op.f("pk_measure")),
        sa.ForeignKeyConstraint(
            ["stratifier_id", "focus_group"],
            ["stratifier_group.stratifier_id", "stratifier_group.group_code"],
            name=op.f("fk_measure_focus_group"),
        ),
        sa.ForeignKeyConstraint(
            ["stratifier_id", "reference_code"],
            ["stratifier_group.stratifier_id", "stratifier_group.group_code"],
            name=op.f("fk_measure_reference_code"),
        ),
        sa.ForeignKeyConstraint(["stratifier_id"], ["stratifier.stratifier_id"], name=op.f("fk_measure_stratifier_id_stratifier")),
        sa.UniqueConstraint("measure_id", "number", name=op.f("uq_measure_measure_id")),
        sa.CheckConstraint("due_days >= 0", name=op.f("ck_measure_due_days_positive")),
        sa.CheckConstraint("grain IN ('month', 'quarter', 'half-year', 'year')", name=op.f("ck_measure_grain_known")),
        sa.CheckConstraint("improvement_direction IN ('higher', 'lower', 'neutral')", name=op.f("ck_measure_improvement_direction_known")),
        sa.CheckConstraint("kind IN ('outcome', 'process', 'balancing', 'structural')", name=op.f("ck_measure_kind_known")),
        sa.CheckConstraint("meaningful_change > 0", name=op.f("ck_measure_meaningful_change_positive")),
        sa.CheckConstraint("multiplier > 0", name=op.f("ck_measure_multiplier_positive")),
        sa.CheckConstraint("number IN ('proportion', 'rate', 'count', 'time_between')", name=op.f("ck_measure_number_known")),
        sa.CheckConstraint("scale IN ('difference', 'ratio')", name=op.f("ck_measure_scale_known")),
    )
    op.create_table(
        "measure_guard",
        sa.Column("measure_id", CODE, nullable=False),
        sa.Column("guarded_measure_id", CODE, nullable=False),
        sa.PrimaryKeyConstraint("measure_id", "guarded_measure_id", name=op.f("pk_measure_guard")),
        sa.ForeignKeyConstraint(["guarded_measure_id"], ["measure.measure_id"], name=op.f("fk_measure_guard_guarded_measure_id_measure")),
        sa.ForeignKeyConstraint(["measure_id"], ["measure.measure_id"], name=op.f("fk_measure_guard_measure_id_measure")),
    )
    op.create_table(
        "team_measure",
        sa.Column("team_id", CODE, nullable=False),
        sa.Column("measure_id", CODE, nullable=False),
        sa.Column("standing", CODE, nullable=False),
        sa.Column("aim", sa.Float()),
        sa.Column("aim_on", sa.Date()),
        sa.Column("registered_on", sa.Date()),
        sa.Column("baseline_from", sa.Date()),
        sa.Column("baseline_to", sa.Date()),
        sa.Column("focus_group", CODE),
        sa.Column("focus_stratifier_id", CODE),
        sa.Column("visibility", CODE, nullable=False, server_default="network"),
        sa.PrimaryKeyConstraint("team_id", "measure_id", name=op.f("pk_team_measure")),
        sa.ForeignKeyConstraint(
            ["focus_stratifier_id", "focus_group"],
            ["stratifier_group.stratifier_id", "stratifier_group.group_code"],
            name=op.f("fk_team_measure_focus_group"),
        ),
        sa.ForeignKeyConstraint(["measure_id"], ["measure.measure_id"], name=op.f("fk_team_measure_measure_id_measure")),
        sa.ForeignKeyConstraint(["team_id"], ["team.team_id"], name=op.f("fk_team_measure_team_id_team")),
        sa.CheckConstraint("baseline_from <= baseline_to", name=op.f("ck_team_measure_baseline_forward")),
        sa.CheckConstraint("(baseline_from IS NULL) = (baseline_to IS NULL)", name=op.f("ck_team_measure_baseline_whole")),
        sa.CheckConstraint("(focus_group IS NULL) = (focus_stratifier_id IS NULL)", name=op.f("ck_team_measure_focus_whole")),
        sa.CheckConstraint("standing IN ('core', 'own')", name=op.f("ck_team_measure_standing_known")),
        sa.CheckConstraint("visibility IN ('network', 'coded', 'hidden')", name=op.f("ck_team_measure_visibility_known")),
    )
    op.create_index("ix_team_measure_measure", "team_measure", ["measure_id", "standing"])


def _create_observations() -> None:
    op.create_table(
        "series",
        sa.Column("series_id", KEY, autoincrement=True, nullable=False),
        sa.Column("team_id", CODE, nullable=False),
        sa.Column("measure_id", CODE, nullable=False),
        sa.Column("number", CODE, nullable=False),
        sa.Column("stratifier_id", CODE, nullable=False),
        sa.Column("group_code", CODE, nullable=False),
        sa.PrimaryKeyConstraint("series_id", name=op.f("pk_series")),
        sa.ForeignKeyConstraint(["measure_id", "number"], ["measure.measure_id", "measure.number"], name=op.f("fk_series_measure_id_measure")),
        sa.ForeignKeyConstraint(
            ["stratifier_id", "group_code"],
            ["stratifier_group.stratifier_id", "stratifier_group.group_code"],
            name=op.f("fk_series_stratifier_id_stratifier_group"),
        ),
        sa.ForeignKeyConstraint(["team_id"], ["team.team_id"], name=op.f("fk_series_team_id_team")),
        sa.ForeignKeyConstraint(["team_id", "measure_id"], ["team_measure.team_id", "team_measure.measure_id"], name=op.f("fk_series_team_id_team_measure")),
        sa.UniqueConstraint("measure_id", "stratifier_id", "team_id", "group_code", name=op.f("uq_series_measure_id")),
        sa.UniqueConstraint("series_id", "number", name=op.f("uq_series_series_id")),
    )
    op.create_table(
        "observation",
        sa.Column("series_id", KEY, nullable=False),
        sa.Column("period_start", sa.Date(), nullable=False),
        sa.Column("number", CODE, nullable=False),
        sa.Column("numerator", sa.BigInteger()),
        sa.Column("denominator", sa.BigInteger()),
        sa.Column("blank_reason", CODE),
        sa.Column("note", sa.Text(), nullable=False, server_default=""),
        sa.Column("load_id", KEY, nullable=False),
        sa.PrimaryKeyConstraint("series_id", "period_start", name=op.f("pk_observation")),
        sa.ForeignKeyConstraint(["series_id", "number"], ["series.series_id", "series.number"], name=op.f("fk_observation_series_id_series")),
        sa.CheckConstraint("blank_reason IN ('not_due', 'not_reported', 'hidden_at_source', 'not_applicable')", name=op.f("ck_observation_blank_reason_known")),
        sa.CheckConstraint("(numerator IS NULL) = (blank_reason IS NOT NULL)", name=op.f("ck_observation_blank_where_missing")),
        sa.CheckConstraint("denominator >= 0", name=op.f("ck_observation_denominator_positive")),
        sa.CheckConstraint(
            "denominator IS NOT NULL OR blank_reason IS NOT NULL OR number IN ('count', 'time_between')", name=op.f("ck_observation_denominator_where_needed")
        ),
        sa.CheckConstraint("numerator >= 0", name=op.f("ck_observation_numerator_positive")),
        sa.CheckConstraint("number <> 'proportion' OR numerator <= denominator", name=op.f("ck_observation_numerator_within")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_observation_load_id", "observation", ["load_id"])
    op.create_table(
        "observation_history",
        sa.Column("series_id", KEY, nullable=False),
        sa.Column("period_start", sa.Date(), nullable=False),
        sa.Column("load_id", KEY, nullable=False),
        sa.Column("old_load_id", KEY, nullable=False),
        sa.Column("old_numerator", sa.BigInteger()),
        sa.Column("old_denominator", sa.BigInteger()),
        sa.Column("old_blank_reason", CODE),
        sa.Column("old_note", sa.Text(), nullable=False),
        sa.Column("new_numerator", sa.BigInteger()),
        sa.Column("new_denominator", sa.BigInteger()),
        sa.Column("new_blank_reason", CODE),
        sa.PrimaryKeyConstraint("series_id", "period_start", "load_id", name=op.f("pk_observation_history")),
        sa.ForeignKeyConstraint(["load_id"], ["load.load_id"], name=op.f("fk_observation_history_load_id_load")),
        sa.ForeignKeyConstraint(["old_load_id"], ["load.load_id"], name=op.f("fk_observation_history_old_load_id_load")),
        sa.ForeignKeyConstraint(["series_id"], ["series.series_id"], name=op.f("fk_observation_history_series_id_series")),
    )
    op.create_index("ix_observation_history_load_id", "observation_history", ["load_id"])


def _create_maturity() -> None:
    op.create_table(
        "framework",
        sa.Column("framework_id", CODE, nullable=False),
        sa.Column("version", CODE, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("framework_id", "version", name=op.f("pk_framework")),
    )
    op.create_table(
        "framework_domain",
        sa.Column("framework_id", CODE, nullable=False),
        sa.Column("version", CODE, nullable=False),
        sa.Column("domain_id", CODE, nullable=False),
        sa.Column("domain", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("framework_id", "version", "domain_id", name=op.f("pk_framework_domain")),
        sa.ForeignKeyConstraint(
            ["framework_id", "version"],
            ["framework.framework_id", "framework.version"],
            name=op.f("fk_framework_domain_framework_id_framework"),
        ),
    )
    op.create_table(
        "framework_item",
        sa.Column("framework_id", CODE, nullable=False),
        sa.Column("version", CODE, nullable=False),
        sa.Column("domain_id", CODE, nullable=False),
        sa.Column("item_id", CODE, nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("framework_id", "version", "domain_id", "item_id", name=op.f("pk_framework_item")),
        sa.ForeignKeyConstraint(
            ["framework_id", "version", "domain_id"],
            ["framework_domain.framework_id", "framework_domain.version", "framework_domain.domain_id"],
            name=op.f("fk_framework_item_framework_id_framework_domain"),
        ),
    )
    op.create_table(
        "framework_level",
        sa.Column("framework_id", CODE, nullable=False),
        sa.Column("version", CODE, nullable=False),
        sa.Column("domain_id", CODE, nullable=False, server_default=""),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("wording", sa.Text(), nullable=False),
        sa.Column("domain_code", CODE, sa.Computed("NULLIF(domain_id, '')", persisted=True)),
        sa.PrimaryKeyConstraint("framework_id", "version", "domain_id", "level", name=op.f("pk_framework_level")),
        sa.ForeignKeyConstraint(
            ["framework_id", "version", "domain_code"],
            ["framework_domain.framework_id", "framework_domain.version", "framework_domain.domain_id"],
            name=op.f("fk_framework_level_domain"),
        ),
        sa.ForeignKeyConstraint(["framework_id", "version"], ["framework.framework_id", "framework.version"], name=op.f("fk_framework_level_framework")),
    )
    op.create_table(
        "assessment",
        sa.Column("assessment_id", KEY, autoincrement=True, nullable=False),
        sa.Column("team_id", CODE, nullable=False),
        sa.Column("framework_id", CODE, nullable=False),
        sa.Column("version", CODE, nullable=False),
        sa.Column("assessed_on", sa.Date(), nullable=False),
        sa.Column("rater", CODE, nullable=False),
        sa.Column("rater_code", CODE, nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("assessment_id", name=op.f("pk_assessment")),
        sa.ForeignKeyConstraint(
            ["framework_id", "version"],
            ["framework.framework_id", "framework.version"],
            name=op.f("fk_assessment_framework_id_framework"),
        ),
        sa.ForeignKeyConstraint(["team_id"], ["team.team_id"], name=op.f("fk_assessment_team_id_team")),
        sa.UniqueConstraint("assessment_id", "framework_id", "version", name=op.f("uq_assessment_assessment_id")),
        sa.UniqueConstraint("framework_id", "version", "team_id", "assessed_on", "rater", "rater_code", name=op.f("uq_assessment_framework_id")),
        sa.CheckConstraint("rater IN ('self', 'coach', 'consensus')", name=op.f("ck_assessment_rater_known")),
    )
    op.create_table(
        "score",
        sa.Column("assessment_id", KEY, nullable=False),
        sa.Column("framework_id", CODE, nullable=False),
        sa.Column("version", CODE, nullable=False),
        sa.Column("domain_id", CODE, nullable=False),
        sa.Column("item_id", CODE, nullable=False, server_default=""),
        sa.Column("item_code", CODE, sa.Computed("NULLIF(item_id, '')", persisted=True)),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False, server_default=""),
        sa.Column("note", sa.Text(), nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("assessment_id", "domain_id", "item_id", name=op.f("pk_score")),
        sa.ForeignKeyConstraint(
            ["assessment_id", "framework_id", "version"],
            ["assessment.assessment_id", "assessment.framework_id", "assessment.version"],
            name=op.f("fk_score_assessment"),
        ),
        sa.ForeignKeyConstraint(
            ["framework_id", "version", "domain_id"],
            ["framework_domain.framework_id", "framework_domain.version", "framework_domain.domain_id"],
            name=op.f("fk_score_domain"),
        ),
        sa.ForeignKeyConstraint(
            ["framework_id", "version", "domain_id", "item_code"],
            ["framework_item.framework_id", "framework_item.version", "framework_item.domain_id", "framework_item.item_id"],
            name=op.f("fk_score_item"),
        ),
    )
    op.create_table(
        "progress_score",
        sa.Column("team_id", CODE, nullable=False),
        sa.Column("scored_on", sa.Date(), nullable=False),
        sa.Column("rater", CODE, nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("team_id", "scored_on", "rater", name=op.f("pk_progress_score")),
        sa.ForeignKeyConstraint(["team_id"], ["team.team_id"], name=op.f("fk_progress_score_team_id_team")),
        sa.CheckConstraint("score BETWEEN 0.5 AND 5", name=op.f("ck_progress_score_score_on_scale")),
    )


def _create_learning() -> None:
    op.create_table(
        "practice",
        sa.Column("practice_id", CODE, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("wording", sa.Text(), nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("practice_id", name=op.f("pk_practice")),
    )
    op.create_table(
        "practice_use",
        sa.Column("team_id", CODE, nullable=False),
        sa.Column("practice_id", CODE, nullable=False),
        sa.Column("period_start", sa.Date(), nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "practice_id", "period_start", name=op.f("pk_practice_use")),
        sa.ForeignKeyConstraint(["practice_id"], ["practice.practice_id"], name=op.f("fk_practice_use_practice_id_practice")),
        sa.ForeignKeyConstraint(["team_id"], ["team.team_id"], name=op.f("fk_practice_use_team_id_team")),
    )
    op.create_table(
        "event",
        sa.Column("event_id", CODE, nullable=False),
        sa.Column("kind", CODE, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("cohort", sa.Text(), nullable=False, server_default=""),
        sa.Column("place", sa.Text(), nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("event_id", name=op.f("pk_event")),
        sa.CheckConstraint("starts_on <= ends_on", name=op.f("ck_event_event_forward")),
        sa.CheckConstraint("kind IN ('convening', 'action_period')", name=op.f("ck_event_kind_known")),
    )
    op.create_table(
        "change",
        sa.Column("change_id", CODE, nullable=False),
        sa.Column("team_id", CODE, nullable=False),
        sa.Column("driver", sa.Text(), nullable=False, server_default=""),
        sa.Column("tested", sa.Text(), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date()),
        sa.Column("decision", CODE, nullable=False),
        sa.PrimaryKeyConstraint("change_id", name=op.f("pk_change")),
        sa.ForeignKeyConstraint(["team_id"], ["team.team_id"], name=op.f("fk_change_team_id_team")),
        sa.CheckConstraint("decision IN ('running', 'adopt', 'adapt', 'abandon')", name=op.f("ck_change_decision_known")),
    )
    op.create_table(
        "change_measure",
        sa.Column("change_id", CODE, nullable=False),
        sa.Column("measure_id", CODE, nullable=False),
        sa.PrimaryKeyConstraint("change_id", "measure_id", name=op.f("pk_change_measure")),
        sa.ForeignKeyConstraint(["change_id"], ["change.change_id"], name=op.f("fk_change_measure_change_id_change")),
        sa.ForeignKeyConstraint(["measure_id"], ["measure.measure_id"], name=op.f("fk_change_measure_measure_id_measure")),
    )
    op.create_table(
        "story",
        sa.Column("team_id", CODE, nullable=False),
        sa.Column("period_start", sa.Date(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("team_id", "period_start", name=op.f("pk_story")),
        sa.ForeignKeyConstraint(["team_id"], ["team.team_id"], name=op.f("fk_story_team_id_team")),
    )
    op.create_table(
        "action",
        sa.Column("action_id", CODE, nullable=False),
        sa.Column("team_id", CODE, nullable=False),
        sa.Column("focus_area", sa.Text(), nullable=False),
        sa.Column("inequity", sa.Text(), nullable=False),
        sa.Column("adopted_on", sa.Date()),
        sa.Column("acted_on", sa.Date()),
        sa.Column("evidence", sa.Text(), nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("action_id", name=op.f("pk_action")),
        sa.ForeignKeyConstraint(["team_id"], ["team.team_id"], name=op.f("fk_action_team_id_team")),
    )


def downgrade() -> None:
    """Take the whole store away; refused where a network is in it, since nothing could bring that back."""
    if op.get_bind().scalar(sa.text("SELECT count(*) FROM network")):
        raise ValueError("The store holds a network. Going below revision 0001 would lose it, so nothing was changed.")
    for table in TABLES:
        op.drop_table(table)
