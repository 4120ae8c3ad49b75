"""The files on how teams learn: maturity, progress, practices, events, tested changes, stories, actions."""

from __future__ import annotations

from data_access.loading.cells import COUNT, DATE, HALF_STEPS, ID_CELL, IDS, MONTH_START, NAME, WORDS, choice
from data_access.loading.columns import TEAM, File, needed, optional

FRAMEWORK = (needed("framework_id", ID_CELL, "The framework."), needed("version", ID_CELL, "Its version: another wording is another version."))
FRAMEWORKS = File(
    "frameworks",
    "What maturity is scored against: one row a domain, or one row an item where domains have items.",
    ("framework_id", "version", "domain_id", "item_id"),
    (
        *FRAMEWORK,
        needed("name", NAME, "The framework's name, the same in all of its rows."),
        needed("domain_id", ID_CELL, "The domain."),
        needed("domain", WORDS, "The domain's name, the same in all of its rows."),
        needed("position", COUNT, "Order of the domain; items keep the order of the file."),
        optional("item_id", ID_CELL, "The item.", ""),
        optional("item", WORDS, "The item's words.", ""),
    ),
)
LEVELS = File(
    "levels",
    "What each level means, in words.",
    ("framework_id", "version", "domain_id", "level"),
    (
        *FRAMEWORK,
        optional("domain_id", ID_CELL, "Empty = the wording holds for every domain.", ""),
        needed("level", COUNT, "The level's number."),
        needed("label", NAME, "Its name."),
        needed("wording", WORDS, "How a team at this level can be known."),
    ),
)
ASSESSMENTS = File(
    "assessments",
    "One rater's scores on one day: one row a domain or item.",
    ("team_id", "framework_id", "version", "assessed_on", "rater", "rater_code", "domain_id", "item_id"),
    (
        TEAM,
        *FRAMEWORK,
        needed("assessed_on", DATE, "The day."),
        needed("rater", choice("self", "coach", "consensus"), "Who scored. Consensus is an assessment of its own."),
        optional("rater_code", ID_CELL, "Tells several raters apart; never a name.", ""),
        needed("domain_id", ID_CELL, "The domain."),
        optional("item_id", ID_CELL, "The item; empty where the domain has none.", ""),
        needed("level", COUNT, "One of the framework's levels."),
        optional("evidence", WORDS, "What shows it.", ""),
        optional("note", WORDS, "A word on it.", ""),
    ),
)
PROGRESS = File(
    "progress",
    "IHI's progress score: people set it, and it is never worked out.",
    ("team_id", "scored_on", "rater"),
    (
        TEAM,
        needed("scored_on", DATE, "The day."),
        needed("rater", ID_CELL, "self, coach or another role."),
        needed("score", HALF_STEPS, "0.5 = intent to participate, 5 = outstanding sustainable results."),
        optional("evidence", WORDS, "What shows it.", ""),
    ),
)
PRACTICES = File(
    "practices",
    "Equity practices that teams may use.",
    ("practice_id",),
    (
        needed("practice_id", ID_CELL, "Never changes."),
        needed("name", NAME, "As readers know it."),
        optional("wording", WORDS, "What it means to do it.", ""),
    ),
)
PRACTICE_USE = File(
    "practice_use",
    "How far a team is with a practice.",
    ("team_id", "practice_id", "period_start"),
    (
        TEAM,
        needed("practice_id", ID_CELL, "The practice."),
        needed("period_start", MONTH_START, "First day of the period."),
        needed("stage", NAME, "Any word, the same for all at that stage."),
    ),
)
EVENTS = File(
    "events",
    "Convenings and action periods: the marks on time axes.",
    ("event_id",),
    (
        needed("event_id", ID_CELL, "Never changes."),
        needed("kind", choice("convening", "action_period"), "An action period runs from one convening to the next."),
        needed("number", COUNT, "The first convening is 1."),
        needed("name", NAME, "As readers know it."),
        needed("starts_on", DATE, "First day."),
        needed("ends_on", DATE, "Last day."),
        optional("cohort", NAME, "Empty = for all.", ""),
        optional("place", NAME, "Where.", ""),
    ),
)
CHANGES = File(
    "changes",
    "The change ledger: one row a tested change.",
    ("change_id",),
    (
        needed("change_id", ID_CELL, "Never changes."),
        TEAM,
        needed("measure_ids", IDS, "The measures that it was to move."),
        optional("driver", WORDS, "Which driver it works on.", ""),
        needed("tested", WORDS, "What was tested."),
        needed("started_on", DATE, "First day."),
        optional("ended_on", DATE, "Last day; empty while it runs."),
        needed("decision", choice("running", "adopt", "adapt", "abandon"), "What was decided."),
    ),
)
STORIES = File(
    "stories",
    "A team's words on a period.",
    ("team_id", "period_start"),
    (
        TEAM,
        needed("period_start", MONTH_START, "First day of the period."),
        needed("words", WORDS, "The team's own words."),
        optional("by", NAME, "A role, not a person.", ""),
    ),
)
ACTIONS = File(
    "actions",
    "Demonstrated actions against a named inequity.",
    ("action_id",),
    (
        needed("action_id", ID_CELL, "Never changes."),
        TEAM,
        needed("focus_area", NAME, "Which of the coalition's focus areas."),
        needed("inequity", WORDS, "Which inequity, where, for whom."),
        optional("adopted_on", DATE, "When it was adopted."),
        optional("acted_on", DATE, "When it was acted on."),
        optional("evidence", WORDS, "What shows it.", ""),
    ),
)
