"""The tables of one network's store, with the rules that the database itself holds: a file for each kind of thing."""

from __future__ import annotations

from data_access.schema.columns import NAMES, Code, Key, metadata, one_of
from data_access.schema.kept import KEPT_TABLES, observation_summary, released, signal, team_levels, teams_together, verdict, verdict_log
from data_access.schema.loads import definition_history, load, load_file, observation_history, store_state
from data_access.schema.maturity import assessment, framework, framework_domain, framework_item, framework_level, progress_score, score
from data_access.schema.measures import measure, measure_guard, team_measure
from data_access.schema.network import network, stratifier, stratifier_group, team
from data_access.schema.observations import observation, series
from data_access.schema.work import action, change, change_measure, event, practice, practice_use, story

__all__ = [
    "Code",
    "KEPT_TABLES",
    "NAMES",
    "Key",
    "action",
    "assessment",
    "change",
    "change_measure",
    "definition_history",
    "event",
    "framework",
    "framework_domain",
    "framework_item",
    "framework_level",
    "load",
    "load_file",
    "measure",
    "measure_guard",
    "metadata",
    "network",
    "observation",
    "observation_history",
    "observation_summary",
    "one_of",
    "practice",
    "practice_use",
    "progress_score",
    "released",
    "score",
    "series",
    "signal",
    "store_state",
    "story",
    "stratifier",
    "stratifier_group",
    "team",
    "team_levels",
    "team_measure",
    "teams_together",
    "verdict",
    "verdict_log",
]
