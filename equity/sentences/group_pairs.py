"""How a group stands beside its reference, in words."""

from __future__ import annotations

from equity.catalogue import Measure
from equity.numbers import interval_words, places_of, plural, told_gap
from equity.pairwise import BETTER, SAME, WORSE, Pair

STANDINGS = {WORSE: "worse off by", BETTER: "better off by"}
NEUTRAL = {WORSE: "higher by", BETTER: "lower by"}


def standing_words(pair: Pair, measure: Measure) -> tuple[str, str]:
    """Worse off by 9.0 points; 7.9 to 10.1, 1,621 to reach: how it stands, and how sure that is. Takes a pair that is known."""
    standing, multiplier = pair.standing_in_family, measure.multiplier
    if standing == SAME:
        return "no clear difference", interval_words(pair.gap, places_of(multiplier, pair.gap.value))
    words = NEUTRAL if measure.improvement_direction == "neutral" else STANDINGS
    size = pair.gap.times(1 if standing == WORSE else -1)
    likely = interval_words(size, places_of(multiplier, size.value))
    is_behind = standing == WORSE and words is STANDINGS and pair.to_reach is not None
    return f"{words[standing]} {told_gap(size, multiplier)}", f"{likely}, {pair.to_reach:,} to reach" if is_behind else likely


def pairs_rule(pairs: int) -> str:
    """The rule, beside the table."""
    return (
        f"Worse or better off: by more than chance allows among {plural(pairs, 'group')}, and by a tenth or more of the rate or of its rest. "
        "To reach: so many people would need the good result to be level. A group is not compared where one of its others is hidden."
    )
