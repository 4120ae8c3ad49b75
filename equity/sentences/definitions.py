"""What the Measures page says: a measure's definition in plain words, its history, and how many of everything there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from equity.catalogue import Group, Measure, Stratifier
from equity.numbers import capitalised, count_words, date_words, gap_unit, listed, number_word, plural
from equity.sentences.names import Sentence
from equity.sentences.phrases import amount_words
from equity.trend import GapTrend

# In the order that a reader needs them; each with what such a measure is about.
KINDS = {
    "outcome": ("Outcome measures", "What people get in the end: their health, or care that reached them."),
    "process": ("Process measures", "What teams do on the way to an outcome."),
    "structural": ("Structural measures", "What is in place to do the work: people, tools and rules."),
    "balancing": ("Balancing measures", "They watch for harm that a change may do elsewhere."),
}
NUMBERS = {
    "proportion": "A share: how many of the denominator are in the numerator.",
    "rate": "A rate: how many events there are for so many people or days.",
    "count": "A count: how many there are.",
    "time_between": "The time from one event to the next.",
}
DIRECTIONS = {"higher": "A higher rate is better.", "lower": "A lower rate is better.", "neutral": "Neither direction is judged."}
# What a load may have changed, in words; whatever else it changed is named as the files name it.
COLUMNS = {
    "name": "name",
    "short_name": "short name",
    "kind": "kind",
    "number": "kind of number",
    "numerator_words": "numerator",
    "denominator_words": "denominator",
    "people": "word for the people",
    "improvement_direction": "direction",
    "unit": "unit",
    "multiplier": "unit",
    "grain": "how often it is reported",
    "due_days": "day it is due",
    "stratifier_id": "division",
    "reference_group": "reference group",
    "focus_group": "focus group",
    "scale": "scale of the gap",
    "meaningful_change": "change that matters",
    "guards": "what it guards",
    "steward": "steward",
    "source": "source",
    "version": "version",
    "valid_from": "day it is valid from",
}
GROUP_KINDS = {"unknown": "group not known", "declined": "chose not to say"}
# Said once under the cards: what the store has no place for, or forgets.
NOT_KEPT = "History: what the store keeps of loads; one that was undone leaves nothing. A day of review is not kept."


def measures_sentence(kinds: Sequence[str], *, divisions: int, frameworks: int) -> Sentence:
    """How many measures of which kinds the network has, in how many ways people are divided, on how many frameworks work is scored."""
    if not kinds:
        return Sentence("No measure is defined yet.", "Definitions stand here once they are loaded.")
    count = Counter(kinds)
    each = listed([plural(count[kind], f"{kind} measure") for kind in KINDS if count[kind]])
    lead = f"{capitalised(plural(len(kinds), 'measure'))} {'is' if len(kinds) == 1 else 'are'} in use: {each}."
    scored = f" Teams are scored on {plural(frameworks, 'framework')}." if frameworks else ""
    return Sentence(lead, f"People are divided in {plural(divisions, 'way')}.{scored} Each card says what is counted, and whose words those are.")


def found_sentence(find: str, found: int) -> Sentence:
    """How much of what is defined holds the words that were looked for."""
    if not found:
        return Sentence(f"Nothing here holds “{find}”.", "Try a shorter word, or show everything.")
    return Sentence(f"{capitalised(plural(found, 'entry', 'entries'))} {'holds' if found == 1 else 'hold'} “{find}”.", "The rest is left out.")


def reported_words(measure: Measure) -> str:
    """By month, due 45 days after the month has ended."""
    return f"By {measure.grain}, due {plural(measure.due_days, 'day')} after the {measure.grain} has ended."


def scale_words(measure: Measure) -> str:
    """What the gap of record is counted in."""
    if not measure.has_gap:
        return "None: it is told for all people as one."
    if measure.scale == "difference":
        unit = gap_unit(measure.multiplier)
        return f"A difference: one rate minus the other{f', {unit}' if unit.startswith('per ') else f', in {unit}' if unit else ''}. Zero means no gap."
    adverse = measure.improvement_direction == "higher" and measure.number == "proportion"
    of_what = "the shares of those without it" if adverse else "the two rates"
    return f"A ratio of {of_what}: one divided by the other. One means no gap."


def matter_words(measure: Measure) -> str:
    """How much the gap must change before it counts."""
    what = "ratio" if measure.scale == "ratio" else "gap"
    return f"A {what} that changed by {amount_words(measure.meaningful_change, measure)} or more."


def unit_words(measure: Measure) -> str:
    """The unit as it is shown, and what kind of number it is."""
    return f"{capitalised(measure.unit)}. {NUMBERS[measure.number]}"


def version_words(measure: Measure) -> str:
    """2025, valid from 1 July 2024."""
    since = f", valid from {date_words(measure.valid_from)}" if measure.valid_from else ""
    return f"{measure.version or 'Not numbered'}{since}."


def at_work_words(core: int, own: int) -> str:
    """How many teams work on a measure, as a shared one and as their own."""
    if not core and not own:
        return "No team works on it yet."
    shared = f"{capitalised(plural(core, 'team'))} {'works' if core == 1 else 'work'} on it as a core measure"
    chose = f"{number_word(own)} chose it for {'itself' if own == 1 else 'themselves'}"
    if not own:
        return f"{shared}."
    return (
        f"{shared}; {chose}." if core else f"{capitalised(plural(own, 'team'))} chose it for {'itself' if own == 1 else 'themselves'}; it is no core measure."
    )


def load_words(load_id: int, loaded_on: date, version: str, changed: Sequence[str]) -> str:
    """What one load did to a definition: brought it, or changed these parts of it."""
    which = f"version {version}" if version else "no version number"
    parts = list(dict.fromkeys(COLUMNS.get(name, name.replace("_", " ")) for name in changed))
    did = f"changed: {listed(parts)}; {which} since" if parts else f"first loaded, {which}"
    return f"{date_words(loaded_on)}, load {count_words(load_id)}: {did}"


def group_words(group: Group) -> str:
    """Who is counted in a group, and whether it is one that nobody is compared with."""
    kind = GROUP_KINDS.get(group.kind, "")
    return capitalised(". ".join(part for part in (group.includes, f"{capitalised(kind)}: in every total and in no gap" if kind else "") if part))


def standard_words(stratifier: Stratifier) -> str:
    """By which standard people are divided, and in which order the groups stand."""
    ordered = "Groups have an order of their own." if stratifier.ordered else "Groups have no order: none comes first."
    return f"{f'Standard: {standard(stratifier.version)}.' if stratifier.version else 'No standard is named.'} {ordered}"


def standard(version: str) -> str:
    """A standard by its name; a bare number is a version of the network's own list."""
    return f"the network’s own list, version {version}" if version[:1].isdigit() else version


def kinds_words(counts: Mapping[str, int]) -> list[tuple[str, str]]:
    """Each kind of team and how many there are; those that say nothing come last, where there are any."""
    named = [(capitalised(name), plural(teams, "team")) for name, teams in counts.items() if name]
    return [*named, ("Not given", plural(counts[""], "team"))] if counts.get("") else named


def break_words(measure: Measure, trend: GapTrend) -> str:
    """Where the measure began to be counted in another way, as a sentence to go on with; empty where that is not among the periods shown."""
    day, points = measure.valid_from, trend.points
    if day is None or not points or not points[0].period.start < day <= points[-1].period.end:
        return ""
    version = f" (version {measure.version})" if measure.version else ""
    return f" Long dashes: from {date_words(day)} on the measure is defined anew{version}, so what was before may not compare."
