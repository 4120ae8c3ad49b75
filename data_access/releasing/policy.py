"""Release policies: how much of a count may be said, as data with a name and a version."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from data_access.release import THRESHOLD

RATES, COUNTS = "rates", "counts"
# Each ends where the next begins, and is at least as wide as what it begins with: a narrow one would give a sum's parts away.
BANDS = (11, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000)
# (multiplier, (from which size on, decimals in shown units) ...); a smaller size has no rate. A rate gives its fraction back
# where few fractions of such a size round to it: here at least ten do in every band.
PLACES = (
    (100, ((11, 0), (5_000, 1))),
    (1_000, ((200, 0), (2_000, 1))),
    (10_000, ((500, 0), (5_000, 1))),
    (100_000, ((2_000, 0), (20_000, 1))),
)


@dataclass(frozen=True, slots=True)
class Policy:
    """What is said of a count.

    form: rates (a rounded rate and the size of its denominator) or counts (as they are); threshold: numbers from 1 to below it are small;
    is_checked: nothing is said that gives a small number back by sums; guards_insiders: nor together with any one team's own numbers;
    spares: (multiplier, by so many people more than the threshold asks a hidden small number must stay open), for readers who reach further
    than the check.
    """

    name: str
    version: int
    form: str
    threshold: int = THRESHOLD
    bands: tuple[int, ...] = BANDS
    places: tuple[tuple[int, tuple[tuple[int, int], ...]], ...] = PLACES
    is_checked: bool = True
    guards_insiders: bool = True
    spares: tuple[tuple[int, int], ...] = ((100, 0),)

    def __post_init__(self) -> None:
        if self.threshold < THRESHOLD:
            raise ValueError(f"A policy may hide more than the numbers below {THRESHOLD}, never less.")

    def open_up_to(self, multiplier: int) -> int:
        """A hidden small number may be told no closer than from 1 to this."""
        return self.threshold - 1 + max((one for one in self.spares if one[0] <= multiplier), default=self.spares[0])[1]

    def grains(self, multiplier: int) -> tuple[int, ...]:
        """By band, in how many steps a rate from 0 to 1 is told; 0 where none is. A share is told as a percent is."""
        return _grains(self, multiplier)


@lru_cache(maxsize=64)
def _grains(policy: Policy, multiplier: int) -> tuple[int, ...]:
    base, steps = max((one for one in policy.places if one[0] <= multiplier), default=policy.places[0])
    return tuple(base * 10 ** max(places) if (places := [decimals for size, decimals in steps if size <= lowest]) else 0 for lowest in policy.bands)


# Linear programming over rates got up to three people closer than the check does by single numbers; over rates per 1,000 and finer, twelve.
ROUNDED = Policy("rounded", 3, RATES, spares=((100, 5), (1_000, 20)))
SHARED_COUNTS = Policy("shared_counts", 1, COUNTS)
# For numbers that stand in public files anyway: small ones are hidden one by one, and sums may give them back.
PUBLIC_DATA = Policy("public_data", 1, COUNTS, is_checked=False)
POLICIES = {policy.name: policy for policy in (ROUNDED, SHARED_COUNTS, PUBLIC_DATA)}


def policy_named(name: str) -> Policy:
    """The policy of this name; the strictest where a network names one that is not known here."""
    return POLICIES.get(name, ROUNDED)
