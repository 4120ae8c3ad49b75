"""The lead card: the network's gap over time, and beside it in words who reported, who moved, how sure, what guards it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from dash.development.base_component import Component

from components import html
from components.marks import blank_cell, mark, verdict_cell
from components.tables import data_table, noted_head, with_notes
from equity import blanks
from equity.counted import counted_words
from equity.counts import Count
from equity.numbers import capitalised, decimal, estimate_words, interval_words, listed, places_of, told_number
from equity.rates import Estimate
from equity.sentences import Names, how_sure, rule_in_words, who_moved
from equity.trend import GapPoint, GapTrend
from equity.verdicts import VERDICT_WORDS, WIDENING

# More marks than this in one row are a number's work.
MOST_MARKS = 15


def trend_table(trend: GapTrend, names: Names, *, noted: Mapping[int, str] = MappingProxyType({})) -> html.Table:
    """Both rates with their counts, the gap on both scales, or why there is none; noted: the keys of notes, by the place of their period."""
    head = ("Period", capitalised(names.focus), "Counted", capitalised(names.reference), "Counted", f"Gap ({names.unit_words or 'difference'})", "Ratio")
    rows = with_notes([trend_row(point, names.multiplier) for point in trend.points], noted)
    caption = f"{names.measure_name}: {names.focus} and {names.reference}. Each with its 95% interval."
    return data_table(caption, noted_head(head, noted), rows, amounts=(1, 2, 3, 4, 5, 6))


def trend_row(point: GapPoint, multiplier: int) -> list[str | Component]:
    """One period: both sides with their counts, the gap on both scales or why there is none."""
    places = places_of(multiplier, point.gap.value)
    gap = blank_cell(point.blank) if point.blank else with_interval(told_number(point.gap, multiplier), point.gap, places)
    ratio = blank_cell(point.blank) if point.blank else with_interval(decimal(point.ratio.value, 2), point.ratio, 2)
    return [
        point.period.label,
        *side_cells(point.focus, point.focus_rate, multiplier),
        *side_cells(point.reference, point.reference_rate, multiplier),
        gap,
        ratio,
    ]


def side_cells(count: Count, rate: Estimate, multiplier: int) -> list[str | Component]:
    """A rate with its interval and the counts behind it; or the blank in both."""
    if not rate.known:
        blank = count.blank or blanks.NOT_APPLICABLE
        return [blank_cell(blank), blank_cell(blank)]
    places = places_of(multiplier, rate.value)
    said = with_interval(estimate_words(rate, multiplier), rate, places)
    # A true zero has its own mark: it is a number, and it is not missing.
    value = said if count.numerator else html.Span([said, " ", blank_cell(blanks.ZERO_EVENTS)])
    return [value, counted_words(count)]


def with_interval(value: str, estimate: Estimate, places: int) -> str:
    """The value with its interval, where there is one."""
    return f"{value} ({interval_words(estimate, places)})" if estimate.known else value


def tally(counts: Mapping[str, int], *, working: int, title: str, by_chance: str = "") -> list[Component]:
    """How many teams have which verdict, and which blank: a mark each.

    Takes    counts by verdict word or blank; working = teams that work on the measure; by_chance: how many chance alone would bring, in words.
    """
    kinds = [*VERDICT_WORDS, blanks.HIDDEN, blanks.NOT_REPORTED, blanks.NOT_DUE, blanks.NOT_APPLICABLE]
    words = VERDICT_WORDS | blanks.WORDS | {blanks.NOT_APPLICABLE: "do not work on it"}
    rows = [tally_row(counts[kind], kind, words[kind]) for kind in kinds if counts.get(kind)]
    judged = sum(counts.get(word, 0) for word in VERDICT_WORDS)
    return [
        html.P([html.B(f"{judged} of {working}"), f" {title}"]),
        html.Ul(rows, className="tally"),
        *([html.P(by_chance, className="by-chance")] if by_chance else []),
    ]


def tally_row(count: int, kind: str, words: str) -> html.Li:
    """A number, a mark for each team it counts while they are few, and its words."""
    marks = [mark(kind) for _ in range(count)] if count <= MOST_MARKS else [mark(kind)]
    return html.Li([html.Span(f"{count:,}", className="number"), html.Span(marks, className=f"marks plain-{kind}"), words])


def guards_words(guards: Sequence[tuple[str, str | None, Mapping[str, int]]], guarded: Sequence[str] = ()) -> list[Component]:
    """What guards this measure: balancing measures (name, the network's verdict or None, teams by verdict or blank); guarded: what it guards itself."""
    said = [html.H3("What guards it"), *(html.P(guard_parts(*guard)) for guard in guards)] if guards else []
    if guarded:
        said += [html.H3("What it guards"), html.P(f"{capitalised(listed(guarded))}. A gain there that makes this gap widen has a price.")]
    return said


def guard_parts(name: str, word: str | None, counts: Mapping[str, int]) -> list[str | Component]:
    """One balancing measure: its name, the network's verdict, at how many teams its gap widens."""
    teams = f"its gap widens at {counts.get(WIDENING, 0)} of {sum(counts.values())} teams."
    verdict = ["in the network ", verdict_cell(word), ", and "] if word else []
    return [f"{capitalised(name)}, a balancing measure: ", *verdict, teams]


def gap_aside(trend: GapTrend, names: Names, tally_parts: Sequence[Component], guards: Sequence[Component], *, inside: str = "") -> list[Component]:
    """The column beside the lead chart. inside: whether the gap is there inside the teams too, empty where that is not told."""
    within = [html.H3("Inside the teams"), html.P(inside)] if inside else []
    return [
        *tally_parts,
        html.H3("Who moved"),
        html.P(who_moved(trend, names)),
        html.H3("How sure are we?"),
        html.P(how_sure(trend)),
        *within,
        *guards,
        html.H3("What counts as a real change"),
        html.P(rule_in_words(trend.measure)),
    ]
