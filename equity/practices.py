"""How many teams use a practice, then and now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from equity.stages import STAGES_IN_USE


@dataclass(frozen=True, slots=True)
class PracticeCounts:
    """Teams by what they told of a practice first and last.

    kept: in use then and now, begun: now only, ended: then only; then, now: teams by stage.
    """

    kept: int = 0
    begun: int = 0
    ended: int = 0
    then: dict[str, int] = field(default_factory=dict)
    now: dict[str, int] = field(default_factory=dict)

    @property
    def in_use(self) -> int:
        """How many teams use it now."""
        return self.kept + self.begun

    @property
    def told(self) -> int:
        """How many teams told anything of it."""
        return sum(self.now.values())


def practice_tally(moves: Mapping[tuple[str, str], int]) -> PracticeCounts:
    """Teams counted by what became of them.

    Takes    moves: how many teams told one stage first and the other last.
    """
    kinds: Counter[tuple[bool, bool]] = Counter()
    then: Counter[str] = Counter()
    now: Counter[str] = Counter()
    for (first, last), teams in moves.items():
        kinds[first in STAGES_IN_USE, last in STAGES_IN_USE] += teams
        then[first] += teams
        now[last] += teams
    return PracticeCounts(kinds[True, True], kinds[False, True], kinds[True, False], dict(then), dict(now))
