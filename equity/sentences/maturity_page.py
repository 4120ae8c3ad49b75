"""What the Maturity page says: who moved, where the middle team stands, what is lowest, on what evidence, and where raters differ."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from equity.maturity_profile import DomainProfile, MaturityProfile
from equity.network_moves import NetworkMoves
from equity.numbers import capitalised, listed, number_word, plural, shortened
from equity.periods import MONTH_NAMES
from equity.sentences.names import Sentence
from equity.team_maturity import TeamMaturity

Labels = Callable[[int], str]
# A domain's name inside a sentence; the chart has it whole.
NAME_LETTERS = 56
NOTHING_LOADED = Sentence(
    "No framework is loaded yet.", "Once a framework and the teams' levels are loaded, this page shows where the teams stand and what moved."
)
TOO_FEW = Sentence("Too few teams were scored to show their levels.", "Levels are counted from five teams on, so that no single team can be guessed.")


def month_words(day: date | None) -> str:
    """September 2026."""
    return f"{MONTH_NAMES[day.month - 1]} {day.year}" if day else "not yet"


def quoted(label: str) -> str:
    """A domain's name as a sentence holds it."""
    return f"“{shortened(label, NAME_LETTERS)}”"


def level_phrase(level: int, label: str) -> str:
    """level 1, not yet started; level 1 where it has no word."""
    return f"level {level}, {label.lower()}" if label else f"level {level}"


def maturity_sentence(profile: MaturityProfile, moves: NetworkMoves, *, framework: str, label: Labels) -> Sentence:
    """The finding: how many moved up, where the middle team stands, which domain is lowest.

    Takes    label: what a level is called, by its number.
    """
    if moves.withheld:
        return TOO_FEW
    if not moves.scored:
        return Sentence("No team has been scored yet.", f"Levels on {framework} are shown here once teams and coaches have given them.")
    if not moves.again:
        lead = f"{capitalised(plural(moves.scored, 'team'))} {'was' if moves.scored == 1 else 'were'} scored once, in {month_words(profile.latest_on)}."
        return Sentence(lead, f"What moved can be said after the next scores. {standing_words(profile, label)}".strip())
    return Sentence(moved_lead(profile, moves), f"{middle_words(profile)} {standing_words(profile, label)}".strip())


def moved_lead(profile: MaturityProfile, moves: NetworkMoves) -> str:
    """All 15 teams moved up in at least one domain since July 2025."""
    since = f"since {month_words(profile.first_on)}."
    who = "teams that were scored twice" if moves.again < moves.scored else "teams"
    if moves.again == 1:
        who = "The one team that was scored twice" if moves.scored > 1 else "The one team"
        return f"{who} {'moved up in at least one domain' if moves.up else 'did not move up in any domain'} {since}"
    if not moves.up:
        return f"None of {number_word(moves.again)} {who} moved up in any domain {since}"
    if moves.up == moves.again:
        return f"All {number_word(moves.again)} {who} moved up in at least one domain {since}"
    return f"{capitalised(number_word(moves.up))} of {number_word(moves.again)} {who} moved up in at least one domain {since}"


def paired(profile: MaturityProfile) -> list[DomainProfile]:
    """The domains whose middle team is known then and now."""
    return [domain for domain in profile.domains if domain.then is not None and domain.now is not None]


def middle_words(profile: MaturityProfile) -> str:
    """In every domain the middle team is one level higher."""
    steps = [domain.now - domain.then for domain in paired(profile)]
    if not steps:
        return ""
    if not any(steps):
        return "The middle team stands where it stood in every domain."
    if len(set(steps)) == 1:
        return f"In every domain the middle team is {plural(abs(steps[0]), 'level')} {'higher' if steps[0] > 0 else 'lower'}."
    up, down = sum(step > 0 for step in steps), sum(step < 0 for step in steps)
    if len(steps) in (up, down):
        return f"In every domain the middle team is {'higher' if up else 'lower'}."
    said = [f"{word} in {number_word(count)}" for word, count in (("higher", up), ("lower", down)) if count]
    return f"Of {plural(len(steps), 'domain')}, the middle team is {listed(said)}."


def lowest(profile: MaturityProfile) -> list[DomainProfile]:
    """The domains whose middle team stands lowest; of these the ones that most teams have not begun. All of them where all are alike."""
    known = [domain for domain in profile.domains if domain.now is not None]
    if not known:
        return []

    def place(domain: DomainProfile) -> tuple[int, int]:
        return domain.now, -domain.counts_now[0]

    least = min(map(place, known))
    return [domain for domain in known if place(domain) == least]


def standing_words(profile: MaturityProfile, label: Labels) -> str:
    """Which domain is lowest, and how many teams stand on the first level there."""
    low = lowest(profile)
    if not low:
        return ""
    first, middle = profile.levels[0], level_phrase(low[0].now, label(low[0].now))
    if len(low) > 2:
        known = sum(domain.now is not None for domain in profile.domains)
        share = "every domain" if len(low) == known else f"{number_word(len(low))} of {plural(known, 'domain')}, the lowest,"
        return f"In {share} the middle team is at {middle}."
    names = listed([quoted(domain.label) for domain in low])
    at_first = low[0].counts_now[0]
    verb, each = ("is", "") if len(low) == 1 else ("are", "in each ")
    if not at_first:
        return f"{names} {verb} lowest: the middle team is at {middle}."
    return f"{names} {verb} lowest: {each}{plural(at_first, 'team')} {'is' if at_first == 1 else 'are'} at {level_phrase(first, label(first))}."


def lowest_words(profile: MaturityProfile) -> str:
    """; “Sustainability” is lowest: the end of a title. Empty where several are alike."""
    low = lowest(profile)
    return f"; {quoted(low[0].label)} is lowest" if len(low) == 1 and len(profile.domains) > 1 else ""


def levels_title(profile: MaturityProfile, framework: str) -> str:
    """Community of Solutions: levels 2 and 3 are most common; “Sustainability” is lowest."""
    pooled = [sum(counts) for counts in zip(*(domain.counts_now for domain in profile.domains), strict=True)]
    if not any(pooled):
        state = "too few teams to show" if any(domain.withheld for domain in profile.domains) else "no team has been scored yet"
        return f"{framework}: {state}"
    pairs = [pooled[at] + pooled[at + 1] for at in range(len(pooled) - 1)]
    at = max(range(len(pairs)), key=pairs.__getitem__, default=0)
    common = [level for level, count in zip(profile.levels[at : at + 2], pooled[at : at + 2], strict=True) if count]
    words = f"levels {common[0]} and {common[1]} are" if len(common) > 1 else f"level {common[0]} is"
    return f"{framework}: {words} most common{lowest_words(profile)}"


def team_title(team: TeamMaturity) -> str:
    """Cedar Hollow: up in four of five domains."""
    moves = [domain.move for domain in team.domains if domain.then is not None and domain.now is not None]
    if not moves:
        return f"{team.name}: first scores" if team.is_scored else f"{team.name} has not been scored yet"
    said = [f"{word} in {number_word(count)}" for word, count in (("up", sum(m > 0 for m in moves)), ("down", sum(m < 0 for m in moves))) if count]
    return f"{team.name}: {listed(said)} of {plural(len(moves), 'domain')}" if said else f"{team.name}: level in every domain as at the start"


def beside_title(team: TeamMaturity, profile: MaturityProfile) -> str:
    """Cedar Hollow beside the middle team: higher in two domains, level in three."""
    pairs = [(own.now, middle.now) for own, middle in zip(team.domains, profile.domains, strict=True) if own.now is not None and middle.now is not None]
    tests = (("higher", lambda own, middle: own > middle), ("level", lambda own, middle: own == middle), ("lower", lambda own, middle: own < middle))
    counts = [(word, sum(test(*pair) for pair in pairs)) for word, test in tests]
    said = [f"{word} in {number_word(count)}" for word, count in counts if count]
    return f"{team.name} beside the middle team: {listed(said)} of {plural(len(pairs), 'domain')}" if said else f"{team.name} has not been scored yet"
