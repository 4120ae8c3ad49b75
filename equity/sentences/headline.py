"""The finding in one or two sentences: the lead gives the verdict, the rest from-to and who moved."""

from __future__ import annotations

from equity.blanks import HIDDEN, HIDDEN_AT_SOURCE, MEANINGS, NOT_APPLICABLE, NOT_DUE, NOT_REPORTED, strongest_blank
from equity.movement import Movement, has_changed_sides, movement, signed
from equity.numbers import NO_GAP, RATIO_PLACES, capitalised, gap_words, places_of, ratio_words
from equity.sentences.names import Names, Sentence
from equity.sentences.phrases import amount_words, baseline_name, from_to, moved_words, period_words, price_words, up_to
from equity.trend import GapPoint, GapTrend
from equity.verdicts import CANNOT_TELL_YET, CHANCE, CLOSING, LEVELLED_DOWN, MOVED, NO_CLEAR_CHANGE, WIDENING

LEADS = {
    CLOSING: "The {measure} gap is closing{crossed}.",
    LEVELLED_DOWN: "The {measure} gap was levelled down{crossed}.",
    WIDENING: "The {measure} gap is widening{crossed}.",
    NO_CLEAR_CHANGE: "The {measure} gap shows no clear change{crossed}.",
    CANNOT_TELL_YET: "We cannot tell yet whether the {measure} gap is closing{crossed}.",
}
CROSSED = {word: " and has crossed zero" for word in MOVED} | {word: ", and its trend line crosses zero" for word in (NO_CLEAR_CHANGE, CANNOT_TELL_YET)}
VERBS = {CLOSING: "fell", LEVELLED_DOWN: "went", WIDENING: "grew"}
# What hid a number would itself tell something: both hidden blanks say the same.
HIDDEN_WORDS = ("The {measure} gap is hidden.", "Too few {people} were counted to show {focus} beside {reference}.")
BLANK_HEADLINES = {
    HIDDEN: HIDDEN_WORDS,
    HIDDEN_AT_SOURCE: HIDDEN_WORDS,
    NOT_REPORTED: ("There is no {measure} gap to show yet.", "Reports were due and did not come."),
    NOT_DUE: ("The {measure} gap is not due yet.", MEANINGS[NOT_DUE]),
    NOT_APPLICABLE: ("There is no {measure} gap to show here.", "It does not apply to one of the two groups."),
}


def unpooled_headline(names: Names) -> Sentence:
    """What the network's page says of a measure that teams chose for themselves: own numbers are never put together."""
    rest = "Teams chose this measure for themselves, so their numbers are not put together. Each team's gap stands below."
    return Sentence(f"The network has no {names.measure_short} gap of its own.", rest)


def headline(trend: GapTrend, names: Names) -> Sentence:
    """What a reader should take away from this trend."""
    latest = trend.latest
    if latest is None:
        return blank_headline(strongest_blank(point.blank for point in trend.points), names)
    moved = movement(trend, latest)
    word = trend.verdict.word
    lead = LEADS[word].format(measure=names.measure_short, crossed=CROSSED[word] if has_changed_sides(trend) else "")
    if word not in MOVED:
        sides = sides_words(trend, names) if surely_changed_sides(trend) else below_words(trend, names, moved)
        parts = [standing_words(trend, names, moved, latest), sides, price_words(trend) if word == CANNOT_TELL_YET else shown_words(trend)]
    else:
        parts = [from_to_words(trend, names, moved, latest), sides_words(trend, names), who_words(trend, names, moved), other_scale_words(trend, moved)]
    return Sentence(lead, " ".join(part for part in parts if part))


def blank_headline(blank: str, names: Names) -> Sentence:
    """What to say where no period has a gap."""
    words = {"measure": names.measure_short, "people": names.people, "focus": names.focus, "reference": names.reference}
    lead, rest = BLANK_HEADLINES[blank]
    return Sentence(lead.format(**words), rest.format(**words))


def standing_words(trend: GapTrend, names: Names, moved: Movement, latest: GapPoint) -> str:
    """Where the gap stood and stands, without a word on direction."""
    what = "the ratio" if trend.verdict.scale == "ratio" else "it"
    between = f"Between {names.focus} and {names.reference} {what} was"
    first, last = baseline_name(trend), period_words(latest.period)
    if first == last:
        return f"{between} {one_end(moved.end, trend)} in {last}."
    return f"{between} {one_end(moved.start, trend)} in {first} and {one_end(moved.end, trend)} in {last}."


def one_end(value: float, trend: GapTrend) -> str:
    """One end of the gap with its unit."""
    return one_end_on(value, trend.verdict.scale, trend.measure.multiplier, is_whole=trend.is_whole)


def one_end_on(value: float, scale: str, multiplier: int, *, is_whole: bool) -> str:
    """One end of a gap on this scale."""
    return ratio_words(value) if scale == "ratio" else gap_words(value, multiplier, is_whole=is_whole).replace(NO_GAP, "about zero")


def below_words(trend: GapTrend, names: Names, moved: Movement) -> str:
    """What a number below no gap means, where one is told; neutral measures have no better side."""
    is_ratio = trend.verdict.scale == "ratio"
    places = RATIO_PLACES if is_ratio else places_of(trend.measure.multiplier)
    is_below = any(round(value - is_ratio, places) < 0 for value in (moved.start, moved.end))
    if trend.measure.improvement_direction == "neutral" or not is_below:
        return ""
    return f"Below {'1' if is_ratio else 'zero'} means that {names.focus} are better off."


def surely_changed_sides(trend: GapTrend) -> bool:
    """True where the gap crossed zero and chance alone would hardly do that."""
    return has_changed_sides(trend) and trend.verdict.p_value < CHANCE


def shown_words(trend: GapTrend) -> str:
    """Why no clear change may be said."""
    if surely_changed_sides(trend):
        return "The gap is about as wide as it was."
    return f"A change of {amount_words(trend.measure.meaningful_change, trend.measure)} would likely have shown."


def from_to_words(trend: GapTrend, names: Names, moved: Movement, latest: GapPoint) -> str:
    """Between whom, from where to where, since when."""
    verdict = trend.verdict
    above = signed(moved.start, verdict.scale) > 0 and not has_changed_sides(trend)
    what = "the ratio" if verdict.scale == "ratio" else "it"
    verb = f"{VERBS[verdict.word] if above else 'moved'} from {from_to(moved.start, moved.end, verdict.scale, names.multiplier, is_whole=moved.is_whole)}"
    by = "By the trend line, between" if moved.fitted else "Between"
    return f"{by} {names.focus} and {names.reference} {what} {verb} since {baseline_name(trend)}{up_to(trend, latest.period)}."


def sides_words(trend: GapTrend, names: Names) -> str:
    """Who is worse off, where that is not the focus group throughout."""
    verdict = trend.verdict
    start, end = (signed(value, verdict.scale) for value in (verdict.start, verdict.end))
    focus = capitalised(names.focus)
    if has_changed_sides(trend):
        before, now = sides_of(trend, start)
        return f"{focus} were {before} before and are {now} now."
    return f"{focus} are better off here." if start < 0 and end < 0 else ""


def sides_of(trend: GapTrend, start: float) -> tuple[str, str]:
    """Before and now of a focus group that changed sides; higher and lower where neither is better."""
    if trend.measure.improvement_direction != "neutral":
        return ("worse off", "better off") if start > 0 else ("better off", "worse off")
    # A neutral gap starts above 0 by its orientation, so only the rates say who was higher.
    return ("higher", "lower") if trend.baseline_focus.value > trend.baseline_reference.value else ("lower", "higher")


def who_words(trend: GapTrend, names: Names, moved: Movement) -> str:
    """Who moved; of a levelled gap, who lost."""
    if trend.verdict.word != LEVELLED_DOWN:
        return moved_words(moved, names, trend.measure)
    focus_leads = signed(trend.verdict.start, trend.verdict.scale) < 0
    leader, change = (names.focus, moved.focus_change) if focus_leads else (names.reference, moved.reference_change)
    return f"But {leader} got worse by {gap_words(abs(change), names.multiplier, is_whole=moved.is_whole)}. This does not count as closing."


def other_scale_words(trend: GapTrend, moved: Movement) -> str:
    """Said where the other scale points the other way."""
    verdict, multiplier = trend.verdict, trend.measure.multiplier
    scale, what = ("difference", "a difference") if verdict.scale == "ratio" else ("ratio", "a ratio")
    ends = from_to(moved.other_start, moved.other_end, scale, multiplier, is_whole=moved.is_whole)
    first, last = (one_end_on(value, scale, multiplier, is_whole=moved.is_whole) for value in (moved.other_start, moved.other_end))
    if not verdict.opposite or first == last:
        return ""
    above = min(signed(moved.other_start, scale), signed(moved.other_end, scale)) > 0
    verb = ("fell" if verdict.word == WIDENING else "grew") if above else "moved the other way"
    return f"As {what} it {verb}, from {ends}."
