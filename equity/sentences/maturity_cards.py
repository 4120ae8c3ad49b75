"""What the cards of the Maturity page say beside their charts: evidence, raters, progress."""

from __future__ import annotations

from collections.abc import Sequence

from equity.maturity import COACH, CONSENSUS, SELF
from equity.maturity_profile import MaturityProfile
from equity.network_moves import DomainMoves, NetworkMoves
from equity.numbers import capitalised, listed, number_word, plural
from equity.progress_scale import SCALE_NAME, STEPS, ProgressCounts, step_words
from equity.sentences.maturity_page import lowest, quoted
from equity.team_maturity import TeamMaturity

RATER_WORDS = {CONSENSUS: "agreed by team and coach", COACH: "the coach's", SELF: "the teams' own"}


def heat_title(profile: MaturityProfile, moves: NetworkMoves) -> str:
    """One team is at level 4 or above in every domain; three are at level 1 in “Sustainability”."""
    if moves.withheld or not moves.scored:
        return "Too few teams to show side by side" if moves.withheld else "No team has been scored yet"
    high = profile.levels[-2:][0]
    who = capitalised(plural(moves.high, "team")) if moves.high else "No team"
    first = f"{who} {'is' if moves.high < 2 else 'are'} at level {high} or above in every domain"
    low = lowest(profile)
    if not low or len(low) > 1 or not low[0].counts_now[0]:
        return first
    count = low[0].counts_now[0]
    some = number_word(count) if moves.high else plural(count, "team")
    return f"{first}; {some} {'is' if count == 1 else 'are'} at level {profile.levels[0]} in {quoted(low[0].label)}"


def evidence_words(moves: NetworkMoves) -> str:
    """Seven of 58 moves up have no evidence on file: “Sustainability” (four), “From within” (three)."""
    up, without = sum(domain.up for domain in moves.domains), sum(domain.unsupported for domain in moves.domains)
    if not up:
        return ""
    if not without:
        return f"Each of {plural(up, 'move')} up has evidence on file." if up > 1 else "The one move up has evidence on file."
    where = [f"{quoted(domain.label)} ({domain.unsupported})" for domain in moves.domains if domain.unsupported]
    verb = "has" if without == 1 else "have"
    return f"{capitalised(number_word(without))} of {plural(up, 'move')} up {verb} no evidence on file: {listed(where)}."


def raters_title(moves: NetworkMoves) -> str:
    """Raters of six of 15 teams stand two levels apart or more on “Leading for Equity”."""
    rated = [domain for domain in moves.domains if domain.rated]
    if not rated:
        return "Too few teams to show how raters differ" if moves.withheld else "No team has two raters yet"
    most = max(rated, key=lambda domain: domain.apart)
    if most.rated == 1 and most.apart:
        return f"In the one team with two raters they stand two levels apart or more on {quoted(most.label)}"
    if not most.apart:
        return "In no team do raters stand two levels apart"
    return f"In {apart_words(most)} raters stand two levels apart or more on {quoted(most.label)}"


def apart_words(domain: DomainMoves) -> str:
    """six of 15 teams."""
    return f"{number_word(domain.apart)} of {plural(domain.rated, 'team')}"


def spread_words(name: str, team: TeamMaturity) -> str:
    """Of one team: where its raters stand apart."""
    apart = [f"{quoted(domain.label)} ({domain.raters.apart} levels)" for domain in team.domains if domain.raters.disagrees]
    rated = [domain for domain in team.domains if domain.raters.raters > 1]
    if not rated:
        return f"{name} has one rater at most, so nothing can be compared."
    return f"{name}: raters stand two levels apart or more on {listed(apart)}." if apart else f"{name}: no two raters stand two levels apart."


def shown_rater_words(raters: Sequence[tuple[str, int]]) -> str:
    """Whose levels are shown: agreed ones first, then the coach's, then the teams' own."""
    kinds = {kind for kind, _ in raters}
    said = [words for kind, words in RATER_WORDS.items() if kind in kinds]
    return ", else ".join(said) or "none yet"


def progress_title(counts: ProgressCounts) -> str:
    """The middle team went from 0.5 to 3.5 on the IHI progress scale."""
    if counts.withheld:
        return "Too few teams have a progress score to show them"
    now, then = middle_step(counts.now), middle_step(counts.then)
    if now is None:
        return "No team has a progress score yet"
    if then is None or then == now:
        return f"The middle team is at {now:g} on the {SCALE_NAME}: {step_words(now)}"
    return f"The middle team went from {then:g} to {now:g} on the {SCALE_NAME}: {step_words(now)}"


def middle_step(counts: Sequence[int]) -> float | None:
    """The middle team's step, lower of two; None without teams."""
    placed = [step for step, count in zip(STEPS, counts, strict=True) for _ in range(count)]
    return placed[(len(placed) - 1) // 2] if placed else None


def progress_words(counts: ProgressCounts) -> str:
    """Of 14 teams scored twice, 13 moved up, one stayed, none moved down."""
    again = counts.up + counts.same + counts.down
    if not again:
        return ""
    parts = [f"{number_word(counts.up)} moved up", f"{number_word(counts.same)} stayed", f"{number_word(counts.down)} moved down"]
    return f"Of {plural(again, 'team')} scored twice, {listed(parts)}.".replace(" no ", " none ")
