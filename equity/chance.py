"""What chance alone brings: exact tails, quantiles and limits of a count of events among so many people."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, lgamma, log, log1p, sqrt
from statistics import NormalDist

from equity.distributions import beta_below, gamma_above, gamma_below


@dataclass(frozen=True, slots=True)
class Chance:
    """A count among `size` people where each expects `target` events; binomial for a proportion, else Poisson."""

    size: float
    target: float
    proportion: bool = True

    @property
    def mean(self) -> float:
        return self.size * self.target

    @property
    def spread(self) -> float:
        """Its standard deviation."""
        return sqrt(self.mean * (1 - self.target) if self.proportion else self.mean)

    def at_most(self, count: float) -> float:
        """P(so many events or fewer)."""
        if count < 0:
            return 0.0
        if not self.proportion:
            return gamma_above(count + 1, self.mean)
        return 1.0 if count >= self.size else beta_below(self.size - count, count + 1, 1 - self.target)

    def at_least(self, count: float) -> float:
        """P(so many events or more)."""
        if count <= 0:
            return 1.0
        if not self.proportion:
            return gamma_below(count, self.mean)
        return 0.0 if count > self.size else beta_below(count, self.size - count + 1, self.target)

    def exactly(self, count: float) -> float:
        """P(so many events)."""
        if self.spread == 0:
            return float(count == self.mean)
        if not self.proportion:
            return exp(count * log(self.mean) - self.mean - lgamma(count + 1))
        ways = lgamma(self.size + 1) - lgamma(count + 1) - lgamma(self.size - count + 1)
        return exp(ways + count * log(self.target) + (self.size - count) * log1p(-self.target))

    def quantile(self, share: float) -> int:
        """The smallest count with at least this share at or below it; share between 0 and 1."""
        return self.quantile_step(share)[0]

    def quantile_step(self, share: float) -> tuple[int, float]:
        """That count, and the share at or below it."""
        low, high, below = -1, max(1, int(self.mean + 10 * self.spread + 10)), 1.0
        guess = round(self.normal_quantile(share))
        # A page draws hundreds of limits: tries beside the guess leave little to search.
        tried = [guess, guess - 1, guess - 2, guess + 2]
        while high - low > 1:
            middle = next((count for count in tried if low < count < high), (low + high) // 2)
            found = self.at_most(middle)
            low, high, below = (low, middle, found) if found >= share else (middle, high, below)
        return high, below

    def normal_quantile(self, share: float) -> float:
        """About where that count lies: the normal's, and a step for the lean of the distribution (Cornish & Fisher 1938)."""
        z = NormalDist().inv_cdf(share)
        lean = 1 - 2 * self.target if self.proportion else 1.0
        return self.mean + z * self.spread + (z * z - 1) / 6 * lean

    def limit(self, share: float) -> float:
        """The rate below which this share lies, drawn as a smooth curve between the steps; not kept within 0 and 1.

        Takes    size above 0, share between 0 and 1.
        Source   Spiegelhalter 2005, doi:10.1002/sim.1970, appendix A.1.1.
        """
        step, below = self.quantile_step(share)
        return (step - (below - share) / self.exactly(step)) / self.size
