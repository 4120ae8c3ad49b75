"""Frameworks, assessments, and teams' progress scores."""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    Computed,
    Date,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

from data_access.schema.columns import Code, Key, metadata, one_of

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
