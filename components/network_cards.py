"""The words around the Network page's charts: heads and feet of its cards, from results."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from dash.development.base_component import Component

from components import html
from components.cards import card_head
from components.gap_card import side_cells, with_interval
from components.marks import blank_cell, state_cell
from components.maturity_card import level_words
from components.note_list import DAGGER
from components.tables import Cell, data_table
from equity.catalogue import BEST, LARGEST, OTHERS, OVERALL, Catalogue, Event, Load, Measure, Network, Stratifier
from equity.counted import size_words
from equity.counts import Count
from equity.maturity_profile import MaturityProfile
from equity.numbers import PERCENT, capitalised, date_words, gap_unit, places_of, plural, told_number, within_sentence
from equity.pairwise import NOT_KNOWN, Pair
from equity.periods import Period, display_grain
from equity.rates import NOT_COMPUTABLE, rate_estimate
from equity.reliability import UNSTEADY, UNSTEADY_WORDS, is_steady
from equity.sentences import Names, Sentence, grid_title, headline, lead_title, maturity_title, multiples_title, unknown_title
from equity.sentences.definitions import break_words
from equity.sentences.group_pairs import pairs_rule, standing_words
from equity.sentences.protection import protection_words
from equity.trend import GapPoint, GapTrend
from equity.verdicts import VERDICT_WORDS

LATEST_PERIODS = 3


def panel_titles(measure: Measure) -> tuple[str, str, str, str]:
    """Titles of the three panels of the lead figure: rates (and in short), difference, ratio."""
    percent = measure.multiplier == PERCENT
    unit = f"% of {measure.people}" if percent else measure.unit
    adverse = measure.improvement_direction == "higher" and measure.number == "proportion"
    ratio = "Gap: ratio of those without it" if adverse else "Gap: ratio"
    short = f"{capitalised(measure.short_name)}, {'%' if percent else measure.unit}"
    difference = f"Gap: difference {in_unit(gap_unit(measure.multiplier))}, with 95% interval"
    return f"{measure.name}, {unit}", short, difference, f"{ratio}, log scale (1 = no gap)"


def in_unit(unit: str) -> str:
    """in percentage points, per 1,000; in shares where there is no unit."""
    return unit if unit.startswith("per ") else f"in {unit or 'shares'}"


def source_words(load: Load | None, extra: str = "") -> str:
    """Whose reports, of which load."""
    words = f"Team reports, load {load.load_id}." if load else "Team reports."
    return f"{words} {extra}".strip()


def protected_source(found: Catalogue) -> str:
    """The same, and how small numbers are protected."""
    return source_words(found.load, protection_words(found.network.release_policy))


def lead_head(card_id: str, trend: GapTrend, names: Names, *, teams: int) -> list[Component]:
    """The finding, how many teams it is of, and the headline for a screen reader."""
    together = f"{capitalised(plural(teams, 'team'))} together, by {display_grain(trend.measure.grain)}."
    subtitle = f"{together} Shaded bands and thin bars are 95% intervals.{break_words(trend.measure, trend)}"
    return card_head(card_id, lead_title(trend, names), subtitle, summary=headline(trend, names).text)


def unpooled_head(card_id: str, sentence: Sentence) -> list[Component]:
    """In place of the finding, for a measure that has no numbers of the network."""
    return card_head(card_id, sentence.lead.rstrip("."), sentence.rest, summary=sentence.text)


def sentence_parts(sentence: Sentence) -> list[Component | str]:
    """The finding: its verdict in bold, then the rest."""
    return [html.B(sentence.lead), " ", sentence.rest]


def grid_head(card_id: str, counts: Mapping[str, Mapping[str, int]]) -> list[Component]:
    """How many gaps close and widen, and how the grid is read."""
    words = {measure: {word: count for word, count in tally.items() if word in VERDICT_WORDS} for measure, tally in counts.items()}
    subtitle = "Verdict on the gap for each team and measure, teams in alphabetical order. Each measure names the groups that most teams compare."
    return card_head(card_id, grid_title(words), subtitle)


def panels_head(
    card_id: str,
    verdicts: Sequence[tuple[str, str | None]],
    names: Names,
    *,
    first_convening: bool,
    is_page: bool = False,
    has_mine: bool = False,
    has_notes: bool = False,
) -> list[Component]:
    """Whose gaps close and widen, and how the panels are read. is_page: they are not all teams'."""
    convening = " Dotted line: convening 1." if first_convening else ""
    mine = " Thick line: my team." if has_mine else ""
    notes = f" {DAGGER}: a note on a value, told below." if has_notes else ""
    compared = f"{capitalised(names.measure_short)}: gap {in_unit(names.unit_words)}, {names.focus} against {names.reference}."
    subtitle = f"{compared} Band: 95% interval. One panel a team, same scales.{convening}{mine}{notes}"
    return card_head(card_id, multiples_title(verdicts, is_page=is_page), subtitle)


def groups_head(card_id: str, measure: Measure, marks: str, stratifier: Stratifier) -> list[Component]:
    """Which groups are shown, what their marks mean, and in which order they stand."""
    title = f"{capitalised(measure.short_name)} by {within_sentence(stratifier.name)}: every group, then and now"
    subtitle = f"{marks} {order_words(stratifier)}"
    return card_head(card_id, title, subtitle, summary=f"{title}. {subtitle} The table gives every number.")


def marks_words(rows: Sequence[tuple[str, Count, Count]], measure: Measure, *, then: str, now: str) -> str:
    """What small, large and hollow marks mean; hollow only where one is."""
    counts = [count for _, *both in rows for count in both if count.known]
    hollow = "" if all(is_steady(count, measure) for count in counts) else f" Hollow: {UNSTEADY_WORDS[0].lower()}{UNSTEADY_WORDS[1:]}"
    return f"Small: {then}. Large: {now}, with its 95% interval and the people counted.{hollow}"


def order_words(stratifier: Stratifier) -> str:
    """In which order the groups stand: never by size or by finding."""
    labels = [group.label for group in stratifier.known_groups]
    if stratifier.ordered:
        return "Groups in their natural order."
    return "Groups in alphabetical order." if labels == sorted(labels) else "Groups in the network's own order."


def unknown_head(card_id: str, now: float, start: float, names: Names, *, stratifier: str) -> list[Component]:
    """Share of people without a recorded group, now and at the start (percent)."""
    subtitle = (
        f"Share of {names.people} whose {within_sentence(stratifier)} is unknown or declined, by team and period. They are in every total and in no group."
    )
    return card_head(card_id, unknown_title(now, start, names.people), subtitle)


def maturity_head(card_id: str, profile: MaturityProfile, framework: str, noun: str) -> list[Component]:
    """On how many domains the middle team moved, scored when, by which framework."""
    then, now = (day.strftime("%B %Y") if day else "never" for day in (profile.first_on, profile.latest_on))
    subtitle = (
        f"{framework}. Median level of {plural(profile.teams, 'team')}. Hollow, dashed: first scores ({then}). "
        f"Filled: latest ({now}). The order of the {noun}s is the framework's own."
    )
    return card_head(card_id, maturity_title(profile, noun), subtitle, summary=maturity_summary(profile))


def maturity_summary(profile: MaturityProfile) -> str:
    """What radar and dumbbells say, in words."""
    said = [f"{domain.label}: {level_words(domain.then)} then, {level_words(domain.now)} now" for domain in profile.domains]
    return ". ".join(said) + "."


def eyebrow(network: Network, events: Sequence[Event]) -> str:
    """Three Rivers Equity Network, month 15 of 18, action period 3."""
    month = (network.as_of.year - network.starts_on.year) * 12 + network.as_of.month - network.starts_on.month + 1
    parts = [network.name]
    if 1 <= month <= network.months:
        parts.append(f"month {month} of {network.months}")
    now = [event.name.lower() for event in events if event.starts_on <= network.as_of <= event.ends_on]
    return ", ".join(parts + now[:1])


def foot_parts(found: Catalogue) -> list[str]:
    """Through when the data reach, which load they came with, what is hidden."""
    load, protected = found.load, protection_words(found.network.release_policy)
    if load is None:
        return ["Nothing is loaded yet.", protected]
    through = f"Data through {date_words(load.data_through)}" if load.data_through else "No data yet"
    loaded = date.fromisoformat(load.loaded_at[:10])
    return [f"{through}, loaded {date_words(loaded)} (load {load.load_id}).", protected]


def in_blocks(measures: Sequence[Measure]) -> list[Measure]:
    """Measures in blocks of one kind, in the order that a reader needs them."""
    kinds = ("outcome", "process", "structural", "balancing")
    return sorted(measures, key=lambda measure: kinds.index(measure.kind))


def compared_words(found: Catalogue, measure: Measure) -> str:
    """Black against all other patients."""
    group = found.stratifier(measure.stratifier_id).group(measure.focus_group)
    others = {OTHERS: f"all other {measure.people}", OVERALL: f"all {measure.people}", BEST: "the best-off group", LARGEST: "the largest group"}
    other = others.get(measure.reference_group) or found.stratifier(measure.stratifier_id).group(measure.reference_group).short_label
    return f"{group.short_label} against {other}"


def size_label(count: Count) -> str:
    """of 1,203."""
    return f"of {size_words(count)}" if count.known else ""


def few_periods(periods: Sequence[Period]) -> list[int]:
    """The places of the first period and the latest few: what a narrow table can hold."""
    return sorted({*range(min(1, len(periods))), *range(max(len(periods) - LATEST_PERIODS, 0), len(periods))})


def groups_table(rows: Sequence[tuple[str, Count, Count]], measure: Measure, *, pairs: Mapping[str, Pair], against: str) -> html.Table:
    """Every group now and then, with counts, and how it stands beside its reference now.

    Takes    pairs: by label, for the groups that are compared; against: what the reference is called.
    """
    compared = sum(pair.standing != NOT_KNOWN for pair in pairs.values())
    cells = [[label, *count_cells(now, measure), pair_cell(pairs.get(label), measure), *count_cells(then, measure)] for label, then, now in rows]
    head = ("Group", "Now", "Counted", f"Against {against}", "Then", "Counted")
    return data_table(f"{measure.name}. {pairs_rule(compared)}" if compared else measure.name, head, cells, amounts=(1, 2, 4, 5))


def pair_cell(pair: Pair | None, measure: Measure) -> Cell:
    """How a group stands beside its reference."""
    if pair is None or pair.standing == NOT_KNOWN:
        return "not compared"
    words, likely = standing_words(pair, measure)
    return html.Span([words, html.Br(), likely])


def count_cells(count: Count, measure: Measure) -> list[Cell]:
    """One group's rate with its interval and counts, or the blank in both cells; a rate that is not steady says so."""
    rate, people = side_cells(count, rate_estimate(count, measure) if count.known else NOT_COMPUTABLE, measure.multiplier)
    if count.known and not is_steady(count, measure):
        rate = html.Span([rate, " ", html.Span(UNSTEADY, className="unsteady")])
    return [rate, people]


def panels_table(
    trends: Mapping[str, GapTrend],
    names: Mapping[str, str],
    words: Names,
    *,
    states: Mapping[str, tuple[str | None, str | None]],
    noted: Mapping[str, Collection[int]] = MappingProxyType({}),
) -> html.Table:
    """A row a team, a column a period: the gap with its interval, or the blank; noted: the places of periods that bear a note, by team."""
    periods = next((trend.points for trend in trends.values()), ())
    rows = [[names[team_id], state_cell(*states[team_id]), *gap_cells(trend, words.multiplier, noted.get(team_id, ()))] for team_id, trend in trends.items()]
    head = ("Team", "Verdict", *(point.period.label for point in periods))
    caption = f"Gap {in_unit(words.unit_words)}: {words.focus} against {words.reference}, with 95% interval"
    return data_table(caption, head, rows, amounts=range(2, len(head)))


def gap_cells(trend: GapTrend, multiplier: int, noted: Collection[int]) -> list[Cell]:
    """Every period's gap, with a dagger where it bears a note."""
    cells = [gap_cell(point, multiplier) for point in trend.points]
    return [html.Span([cell, " ", DAGGER]) if place in noted else cell for place, cell in enumerate(cells)]


def gap_cell(point: GapPoint, multiplier: int) -> Cell:
    """The gap with its interval, or the blank."""
    if point.blank:
        return blank_cell(point.blank)
    places = places_of(multiplier, point.gap.value)
    return with_interval(told_number(point.gap, multiplier), point.gap, places)
