"""Every file that can be loaded, and every column of it: the one description from which files are read, checked and documented."""

from __future__ import annotations

from dataclasses import dataclass

from data_access.loading.cells import (
    COUNT,
    DATE,
    HALF_STEPS,
    ID_CELL,
    IDS,
    MONTH_START,
    NAME,
    NUMBER,
    POSITIVE,
    POSITIVE_NUMBER,
    TRUTH,
    WORDS,
    Kind,
    choice,
)
from equity.blanks import STORED
from equity.periods import GRAINS


@dataclass(frozen=True, slots=True)
class Column:
    """One column. A cell that may be empty reads as `default` then, and the column may be left out of the file."""

    name: str
    kind: Kind
    help: str
    may_be_empty: bool = False
    default: object = None


@dataclass(frozen=True, slots=True)
class File:
    """One file, `name`.csv; no two of its rows may have the same key."""

    name: str
    help: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    def column(self, name: str) -> Column:
        return self.columns[self.names.index(name)]


def needed(name: str, kind: Kind, help_text: str) -> Column:
    return Column(name, kind, help_text)


def optional(name: str, kind: Kind, help_text: str, default: object = None) -> Column:
    return Column(name, kind, help_text, may_be_empty=True, default=default)


TEAM = needed("team_id", ID_CELL, "The team.")
MEASURE = needed("measure_id", ID_CELL, "The measure.")
FRAMEWORK = (needed("framework_id", ID_CELL, "The framework."), needed("version", ID_CELL, "Its version: another wording is another version."))

NETWORK = File(
    "network",
    "The network itself: one row. One store holds one network.",
    ("network_id",),
    (
        needed("network_id", ID_CELL, "Never changes."),
        needed("name", NAME, "As readers know it."),
        needed("starts_on", DATE, "First day of the network's work."),
        needed("months", POSITIVE, "How many months it is planned for."),
        optional("as_of", DATE, "The day at which the network stands; empty = today. Fixed where nothing is reported any more."),
        needed("synthetic", TRUTH, "true for made-up data, which every page then says. Never mixed with real data in one store."),
        optional("release_policy", ID_CELL, "Name of the small-number rule.", "threshold-11"),
    ),
)
TEAMS = File(
    "teams",
    "The members of the network.",
    ("team_id",),
    (
        needed("team_id", ID_CELL, "Never changes, also when the name does."),
        needed("name", NAME, "As readers know it."),
        optional("sector", NAME, "Hospital, health center, insurer, employer …: any word, the same for all of a kind.", ""),
        optional("setting", NAME, "urban, rural, … : any word.", ""),
        optional("cohort", NAME, "Teams that began together have the same.", ""),
        optional("joined_on", DATE, "First day in the network."),
        optional("left_on", DATE, "Last day in the network."),
        optional("population", WORDS, "Whom the team serves, in words.", ""),
        optional("contact", NAME, "A role or office, not a person.", ""),
    ),
)
STRATIFIERS = File(
    "stratifiers",
    "Ways of dividing people. `overall` (everyone) is always there.",
    ("stratifier_id",),
    (
        needed("stratifier_id", ID_CELL, "Never changes."),
        needed("name", NAME, "As readers know it."),
        optional("ordered", TRUTH, "true where groups have an order, as age bands do.", False),
        optional("version", NAME, "Which standard's groups these are.", ""),
    ),
)
GROUPS = File(
    "groups",
    "The groups of each stratifier.",
    ("stratifier_id", "group_code"),
    (
        needed("stratifier_id", ID_CELL, "The stratifier."),
        needed("group_code", ID_CELL, "The group; not one of others, overall, best, aim, which have a meaning of their own."),
        needed("label", NAME, "As readers know it."),
        optional("short_label", NAME, "For places with little room; empty = label."),
        needed("position", COUNT, "Order in lists and charts."),
        optional("kind", choice("group", "unknown", "declined"), "unknown and declined are counted, never compared.", "group"),
        optional("includes", WORDS, "Who is counted here, in words.", ""),
    ),
)
MEASURES = File(
    "measures",
    "What is counted.",
    ("measure_id",),
    (
        needed("measure_id", ID_CELL, "Never changes."),
        needed("name", NAME, "As readers know it."),
        optional("short_name", NAME, "For sentences and small places; empty = name."),
        needed("kind", choice("outcome", "process", "balancing", "structural"), "A balancing measure watches for harm done by a change."),
        needed(
            "number", choice("proportion", "rate", "count", "time_between"), "proportion: the numerator counts some of the denominator. Fixed once reported."
        ),
        needed("numerator_words", WORDS, "Who or what is counted."),
        needed("denominator_words", WORDS, "Among whom."),
        optional("people", NAME, "The noun after a group's name: patients, births.", "people"),
        needed("improvement_direction", choice("higher", "lower", "neutral"), "Which way is better."),
        needed("unit", NAME, "Of the shown number: % of patients, per 1,000 births."),
        needed("multiplier", POSITIVE, "100 for percent, 1000 for per 1,000."),
        needed("grain", choice(*GRAINS), "How long a reported period is. Fixed once reported."),
        needed("due_days", COUNT, "A report is due so many days after its period ends."),
        needed("stratifier_id", ID_CELL, "Which stratifier its gap of record uses."),
        needed("reference_group", ID_CELL, "A group's code, others (all other known groups together), overall, or best."),
        needed("focus_group", ID_CELL, "The group whose gap is to close."),
        needed("scale", choice("difference", "ratio"), "The gap of record's scale."),
        needed(
            "meaningful_change", POSITIVE_NUMBER, "Smallest change of the gap that matters: in the shown unit (difference), as a share (ratio: 0.1 = 10 %)."
        ),
        optional("guards", IDS, "Measures that this balancing measure watches over.", ()),
        optional("steward", NAME, "Who keeps the definition.", ""),
        optional("source", WORDS, "Where it is published.", ""),
        optional("version", NAME, "Of the definition.", ""),
        optional("valid_from", DATE, "First day of this definition."),
    ),
)
TEAM_MEASURES = File(
    "team_measures",
    "Who reports what. A team may report a measure only if it is listed here.",
    ("team_id", "measure_id"),
    (
        TEAM,
        MEASURE,
        needed("standing", choice("core", "own"), "core: the whole network's, pooled. own: the team's, never pooled."),
        optional("aim", NUMBER, "The gap that the team aims for, in the shown unit (difference) or as a ratio."),
        optional("aim_on", DATE, "By when."),
        optional("registered_on", DATE, "The day on which aim and baseline were registered."),
        optional("baseline_from", DATE, "First day of the baseline; empty = the first four periods."),
        optional("baseline_to", DATE, "Last day of the baseline."),
        optional("focus_group", ID_CELL, "Another focus group than the measure's. Fixed when the baseline ends."),
        optional("visibility", choice("network", "coded", "hidden"), "How the team appears to others on this measure.", "network"),
    ),
)
OBSERVATIONS = File(
    "observations",
    "The counts. Totals are rows of stratifier `overall`, group `all`; they may exceed the groups' sum by those whose group is unknown.",
    ("team_id", "measure_id", "stratifier_id", "group_code", "period_start"),
    (
        TEAM,
        MEASURE,
        needed("stratifier_id", ID_CELL, "The stratifier."),
        needed("group_code", ID_CELL, "The group."),
        needed("period_start", DATE, "First day of the period, on the measure's grain: a quarter starts in January, April, July or October."),
        optional("numerator", COUNT, "Zero events = 0. Empty = a blank, whose reason then stands in blank_reason."),
        optional("denominator", COUNT, "May stay where the numerator is blank. Not needed for a count or a time between."),
        optional("blank_reason", choice(*STORED), "Why there is no numerator; empty where there is one."),
        optional("note", WORDS, "A word on this number.", ""),
    ),
)
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
    "IHI's progress score, set by people, never computed.",
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

# In the order of loading: whatever a file refers to stands before it.
FILES = {
    file.name: file
    for file in (
        NETWORK,
        TEAMS,
        STRATIFIERS,
        GROUPS,
        MEASURES,
        TEAM_MEASURES,
        FRAMEWORKS,
        LEVELS,
        ASSESSMENTS,
        PROGRESS,
        PRACTICES,
        PRACTICE_USE,
        EVENTS,
        CHANGES,
        STORIES,
        ACTIONS,
        OBSERVATIONS,
    )
}
