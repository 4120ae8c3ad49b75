"""Of many teams some seem to move by chance alone: how many of each verdict there are, and how many moves chance would give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite, log1p

from equity.catalogue import Measure
from equity.distributions import student_p_value, student_reach
from equity.fits import TEST, shown_at
from equity.numbers import number_word, plural
from equity.verdicts import MOVED, VERDICT_WORDS, WIDENING, Verdict, wanted_change


@dataclass(frozen=True, slots=True)
class VerdictShare:
    """counts: teams by verdict, each word of them; expected_false: moves among them that chance alone would give, half of them widening.

    teams: all that have a verdict; testable: those with enough periods for a line, the only ones that can move.
    """

    counts: dict[str, int]
    expected_false: float
    teams: int
    testable: int

    @property
    def moved(self) -> int:
        return sum(self.counts[word] for word in MOVED)

    def share(self, word: str) -> float:
        """Share of the teams with this verdict; nan where there are none."""
        return self.counts[word] / self.teams if self.teams else float("nan")


def verdict_share(verdicts: Sequence[Verdict], measure: Measure) -> VerdictShare:
    """How many teams have which verdict on a measure, and how many moves would be seen if no gap moved at all.

    Reads    expected_false is an average: with 15 teams of which none moves, about one seems to in three networks.
    Source   trend_and_practice.md section 5; each team's chance is that of Student's t to find a change of at least the meaningful size: not less than it is.
    """
    return share_of([(verdict.word, verdict.detectable, verdict.periods) for verdict in verdicts], measure)


def share_of(told: Sequence[tuple[str, float, int]], measure: Measure) -> VerdictShare:
    """The same from each team's word, the smallest change that it could have shown (nan where no line was fitted), and its number of periods."""
    words = Counter(word for word, *_ in told)
    chances = [false_chance(detectable, periods, measure) for _, detectable, periods in told if isfinite(detectable)]
    return VerdictShare({word: words[word] for word in VERDICT_WORDS}, sum(chances), len(told), len(chances))


def false_chance(detectable: float, periods: int, measure: Measure) -> float:
    """The chance that a gap that does not move is called moved, where this is the smallest change that would show in so many periods."""
    freedom = periods - 2
    error = (log1p(detectable) if measure.scale == "ratio" else detectable) / shown_at(freedom)
    reach = student_reach(TEST, freedom)
    return student_p_value(max(reach, wanted_change(measure) / error) if error > 0 else reach, freedom)


def false_signal_words(share: VerdictShare) -> str:
    """The sentence beside the shares: how many moved, and how many chance would give."""
    if share.testable == 0:
        return "No team has enough periods to tell yet."
    widening = share.counts[WIDENING]
    moved = f"{plural(share.moved, 'gap').capitalize()} of {number_word(share.testable)} moved, {number_word(widening) if widening else 'none'} of them wider."
    return f"{moved} If no gap had moved, about {share.expected_false:.1f} would still seem to."
