"""The files that say what is counted, for whom, by whom; and the counts."""

from __future__ import annotations

from data_access.loading.cells import COUNT, DATE, ID_CELL, IDS, NAME, NUMBER, POSITIVE, POSITIVE_NUMBER, TRUTH, WORDS, choice
from data_access.loading.columns import MEASURE, TEAM, File, needed, optional
from data_access.releasing.policy import POLICIES, ROUNDED
from equity.blanks import STORED
from equity.periods import GRAINS

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
        optional("release_policy", choice(*POLICIES), "How numbers are protected: rates and sizes, counts, or counts that are public anyway.", ROUNDED.name),
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
        needed("group_code", ID_CELL, "The group; not one of others, overall, best, largest, aim, which have a meaning of their own."),
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
        optional("position", COUNT, "Order in lists and grids; the same number: by measure_id.", 0),
        needed("kind", choice("outcome", "process", "balancing", "structural"), "A balancing measure watches for harm done by a change."),
        needed(
            "number",
            choice("proportion", "rate", "count", "time_between"),
            "proportion: those in the numerator are in the denominator too. Fixed once it is reported.",
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
        needed("reference_group", ID_CELL, "A group's code, others (all other known groups together), overall, best, or largest."),
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
