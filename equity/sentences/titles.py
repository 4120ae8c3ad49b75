"""Figure titles: the finding itself, who or what with its verb and number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import isfinite

from equity.maturity_profile import MaturityProfile
from equity.movement import Movement, has_changed_sides, movement, signed
from equity.numbers import capitalised, decimal, gap_words, number_word, percent_words, plural
from equity.sentences.headline import headline, one_end
from equity.sentences.names import Names
from equity.sentences.phrases import baseline_name, from_to, period_words, rise_words
from equity.trend import GapTrend
from equity.verdicts import CANNOT_TELL_YET, CLOSING, LEVELLED_DOWN, MOVED, WIDENING

# Shares of the gap that are better said than counted, each with its reach.
SHARES = ((0.75, "three quarters"), (2 / 3, "two thirds"), (0.5, "half"), (1 / 3, "a third"), (0.25, "a quarter"))
SHARE_REACH = 0.04


def lead_title(trend: GapTrend, names: Names) -> str:
    """What the gap did and who moved."""
    latest, verdict = trend.latest, trend.verdict
    if latest is None:
        return headline(trend, names).lead.rstrip(".")
    moved = movement(trend, latest)
    if verdict.word in MOVED:
        return f"{moved_title(trend, moved)}: {moves_of(moved, names)}"
    first, last = baseline_name(trend), period_words(latest.period)
    opening = "Too early to tell" if verdict.word == CANNOT_TELL_YET else "No clear change"
    if first == last:
        return f"{opening}: {one_end(moved.end, trend)} in {last}"
    return f"{opening}: {one_end(moved.start, trend)} in {first}, {one_end(moved.end, trend)} in {last}"


def moved_title(trend: GapTrend, moved: Movement) -> str:
    """What a gap that moved did."""
    verdict = trend.verdict
    what = "ratio" if verdict.scale == "ratio" else "gap"
    if verdict.word == LEVELLED_DOWN:
        return "The gap was levelled down"
    if has_changed_sides(trend):
        return f"The {what} crossed zero"
    if signed(moved.start, verdict.scale) <= 0 or verdict.scale == "ratio":
        return f"The {what} went from {from_to(moved.start, moved.end, verdict.scale, trend.measure.multiplier, is_whole=moved.is_whole)}"
    verb = "grew" if verdict.word == WIDENING else "fell"
    return f"The gap {verb} by {share_words(moved) or gap_words(abs(moved.end - moved.start), trend.measure.multiplier, is_whole=moved.is_whole)}"


def share_words(moved: Movement) -> str:
    """By about half; empty where no plain share is near."""
    share = abs(moved.end - moved.start) / moved.start
    return next((f"about {words}" for value, words in SHARES if abs(share - value) <= SHARE_REACH), "")


def moves_of(moved: Movement, names: Names) -> str:
    """up 8.3 points for Black patients, up 1.8 points for all other patients."""
    pairs = ((moved.focus_change, names.focus), (moved.reference_change, names.reference))
    return ", ".join(f"{rise_words(change, names.multiplier, is_whole=moved.is_whole)} for {name}" for change, name in pairs)


def grid_title(counts: Mapping[str, Mapping[str, int]]) -> str:
    """The measure with most teams closing, and how many gaps widen.

    Takes    counts: by measure's short name as it stands in a sentence, teams by verdict word; the first of equals is told.
    """
    if not any(counts.values()):
        return "No team has a verdict yet"
    measure = max(counts, key=lambda name: counts[name].get(CLOSING, 0))
    closing = counts[measure].get(CLOSING, 0)
    widening = sum(words.get(WIDENING, 0) for words in counts.values())
    first = f"{capitalised(plural(closing, 'team'))} {'is' if closing == 1 else 'are'} closing the {measure} gap"
    if not closing:
        first = "No team is closing a gap yet"
    return f"{first}; {plural(widening, 'gap')} {'is' if widening == 1 else 'are'} widening"


def multiples_title(verdicts: Sequence[tuple[str, str | None]], *, is_page: bool = False) -> str:
    """How many teams' gaps close and whose widens.

    Takes    verdicts: (team name, verdict word or None) in the order shown; is_page: they are not all teams.
    """
    if is_page:
        said = multiples_title(verdicts)
        return f"On this page {said[:1].lower()}{said[1:]}"
    closing = sum(word == CLOSING for _, word in verdicts)
    widening = [team for team, word in verdicts if word == WIDENING]
    judged = sum(word is not None for _, word in verdicts)
    if not judged:
        return "No gap can be judged yet"
    first = f"{capitalised(number_word(closing)) if closing else 'None'} of {plural(judged, 'gap')} {'are' if closing > 1 else 'is'} closing"
    if judged == 1:
        first = f"The one gap that can be judged is {'closing' if closing else 'not closing'}"
    if len(widening) == 1:
        return f"{first}; {possessive(widening[0])} is widening"
    return f"{first}; {f'{number_word(len(widening))} are' if widening else 'none is'} widening"


def possessive(name: str) -> str:
    """Quillstone's, Elmstead Physicians'."""
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def maturity_title(profile: MaturityProfile, noun: str = "domain") -> str:
    """On how many domains the middle team moved."""
    if not profile.teams:
        return "No team has been scored yet"
    paired = [domain for domain in profile.domains if domain.then is not None and domain.now is not None]
    if not paired:
        return f"First scores of {plural(profile.teams, 'team')}"
    up, down = (sum(sign * (domain.now - domain.then) > 0 for domain in paired) for sign in (1, -1))
    if not up and not down:
        return f"The middle team stands where it stood on all {plural(len(paired), noun)}"
    said = [f"{verb} on {number_word(count)} of {number_word(len(paired))}" for verb, count in (("up", up), ("down", down)) if count]
    return f"The middle team moved {' and '.join(said)} {noun}s"


def unknown_title(now: float, start: float, people: str) -> str:
    """Share of people without a recorded group in percent, now and at the start."""
    if not isfinite(now):
        return f"It is not known how many {people} have no recorded group"
    said = f"{percent_words(now)} of {people} have no recorded group"
    if not isfinite(start):
        return said
    if decimal(now, 1) == decimal(start, 1):
        return f"{said}, as at the start"
    return f"{said}, {'down' if now < start else 'up'} from {percent_words(start)}"
