"""The tables of one network's store, with the rules that the database itself holds.

A *series* is one team x measure x stratifier x group; an *observation* is one period of it. Codes stand once,
in the series, so that 25 million observations stay narrow and each is checked against one key.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Computed,
    Date,
    DateTime,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
)

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
metadata = MetaData(naming_convention=NAMES)
# They can be computed from the others at any time: a migration may drop them and make them again.
KEPT_TABLES = ("observation_summary", "released", "verdict", "signal", "teams_together", "verdict_log")

# SQLite numbers rows by itself for INTEGER keys alone.
Key = BigInteger().with_variant(Integer, "sqlite")
Code = String(64)


def one_of(column: str, *codes: str) -> CheckConstraint:
    """A check that the column holds one of these codes."""
    listed = ", ".join(f"'{code}'" for code in codes)
    return CheckConstraint(f"{column} IN ({listed})", name=f"{column}_known")


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

framework = Table(
    "framework",
    metadata,
    Column("framework_id", Code, nullable=False),
    Column("version", Code, nullable=False),
    Column("name", Text, nullable=False),
    PrimaryKeyConstraint("framework_id", "version"),
)

framework_domain = Table(
    "framework_domain",
    metadata,
    Column("framework_id", Code, nullable=False),
    Column("version", Code, nullable=False),
    Column("domain_id", Code, nullable=False),
    Column("domain", Text, nullable=False),
    Column("position", Integer, nullable=False),
    PrimaryKeyConstraint("framework_id", "version", "domain_id"),
    ForeignKeyConstraint(["framework_id", "version"], ["framework.framework_id", "framework.version"]),
)

framework_item = Table(
    "framework_item",
    metadata,
    Column("framework_id", Code, nullable=False),
    Column("version", Code, nullable=False),
    Column("domain_id", Code, nullable=False),
    Column("item_id", Code, nullable=False),
    Column("item", Text, nullable=False),
    Column("position", Integer, nullable=False),
    PrimaryKeyConstraint("framework_id", "version", "domain_id", "item_id"),
    ForeignKeyConstraint(["framework_id", "version", "domain_id"], ["framework_domain.framework_id", "framework_domain.version", "framework_domain.domain_id"]),
)

framework_level = Table(
    "framework_level",
    metadata,
    Column("framework_id", Code, nullable=False),
    Column("version", Code, nullable=False),
    # Empty = the wording holds for every domain.
    Column("domain_id", Code, nullable=False, server_default=""),
    Column("level", Integer, nullable=False),
    Column("label", Text, nullable=False),
    Column("wording", Text, nullable=False),
    Column("domain_code", Code, Computed("NULLIF(domain_id, '')", persisted=True)),
    PrimaryKeyConstraint("framework_id", "version", "domain_id", "level"),
    ForeignKeyConstraint(["framework_id", "version"], ["framework.framework_id", "framework.version"], name="fk_framework_level_framework"),
    ForeignKeyConstraint(
        ["framework_id", "version", "domain_code"],
        ["framework_domain.framework_id", "framework_domain.version", "framework_domain.domain_id"],
        name="fk_framework_level_domain",
    ),
)

assessment = Table(
    "assessment",
    metadata,
    Column("assessment_id", Key, primary_key=True, autoincrement=True),
    Column("team_id", Code, ForeignKey("team.team_id"), nullable=False),
    Column("framework_id", Code, nullable=False),
    Column("version", Code, nullable=False),
    Column("assessed_on", Date, nullable=False),
    Column("rater", Code, one_of("rater", "self", "coach", "consensus"), nullable=False),
    Column("rater_code", Code, nullable=False, server_default=""),
    ForeignKeyConstraint(["framework_id", "version"], ["framework.framework_id", "framework.version"]),
    UniqueConstraint("framework_id", "version", "team_id", "assessed_on", "rater", "rater_code"),
    UniqueConstraint("assessment_id", "framework_id", "version"),
)

score = Table(
    "score",
    metadata,
    Column("assessment_id", Key, nullable=False),
    Column("framework_id", Code, nullable=False),
    Column("version", Code, nullable=False),
    Column("domain_id", Code, nullable=False),
    # Empty = the domain has no items and is scored itself.
    Column("item_id", Code, nullable=False, server_default=""),
    Column("item_code", Code, Computed("NULLIF(item_id, '')", persisted=True)),
    Column("level", Integer, nullable=False),
    Column("evidence", Text, nullable=False, server_default=""),
    Column("note", Text, nullable=False, server_default=""),
    PrimaryKeyConstraint("assessment_id", "domain_id", "item_id"),
    ForeignKeyConstraint(
        ["assessment_id", "framework_id", "version"],
        ["assessment.assessment_id", "assessment.framework_id", "assessment.version"],
        name="fk_score_assessment",
    ),
    ForeignKeyConstraint(
        ["framework_id", "version", "domain_id"],
        ["framework_domain.framework_id", "framework_domain.version", "framework_domain.domain_id"],
        name="fk_score_domain",
    ),
    ForeignKeyConstraint(
        ["framework_id", "version", "domain_id", "item_code"],
        ["framework_item.framework_id", "framework_item.version", "framework_item.domain_id", "framework_item.item_id"],
        name="fk_score_item",
    ),
)

progress_score = Table(
    "progress_score",
    metadata,
    Column("team_id", Code, ForeignKey("team.team_id"), nullable=False),
    Column("scored_on", Date, nullable=False),
    Column("rater", Code, nullable=False),
    Column("score", Float, CheckConstraint("score BETWEEN 0.5 AND 5", name="score_on_scale"), nullable=False),
    Column("evidence", Text, nullable=False, server_default=""),
    PrimaryKeyConstraint("team_id", "scored_on", "rater"),
)

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
