"""Score interval of a difference of two proportions: right where counts are few, and the inverse of a test."""

from __future__ import annotations

from math import acos, copysign, cos, pi, sqrt

from equity.counts import Count
from equity.disparity import where_falls_to
from equity.rates import Z95


def score_difference_interval(first: Count, second: Count, z: float = Z95) -> tuple[float, float]:
    """Limits of the first group's share minus the second's, as shares.

    Takes    two known counts.
    Reads    the differences that a score test with these counts does not reject.
    Source   Miettinen & Nurminen 1985, doi:10.1002/sim.4780040211; measures.md section 6, row 15, says why no library's is used.
    """

    def distance(difference: float) -> float:
        return score_of_difference(first, second, difference)

    share = first.numerator / first.denominator - second.numerator / second.denominator
    low = -1.0 if share == -1 else where_falls_to(distance, z, within=1.0)
    high = 1.0 if share == 1 else where_falls_to(distance, -z, within=1.0)
    return low, high


def score_of_difference(first: Count, second: Count, difference: float) -> float:
    """How many standard errors the two shares lie off this difference, at the likeliest rates that have it."""
    n1, n2 = first.denominator, second.denominator
    both = n1 + n2
    share2 = likeliest_second_share(first, second, difference)
    share1 = share2 + difference
    variance = (max(0.0, share1 * (1 - share1)) / n1 + share2 * (1 - share2) / n2) * both / (both - 1)
    distance = first.numerator / n1 - second.numerator / n2 - difference
    # No rates that have this difference could give anything but it.
    if variance <= 0:
        return 0.0 if distance == 0 else copysign(1e300, distance)
    return distance / sqrt(variance)


def likeliest_second_share(first: Count, second: Count, difference: float) -> float:
    """The second group's likeliest rate where the first one's lies so far above it: the middle root of a cubic."""
    x1, n1, x2, n2 = first.numerator, first.denominator, second.numerator, second.denominator
    both = n1 + n2
    square = ((n1 + 2 * n2) * difference - both - x1 - x2) / (3 * both)
    plain = ((n2 * difference - both - 2 * x2) * difference + x1 + x2) / both
    left = x2 * difference * (1 - difference) / both
    turn = square**3 - square * plain / 2 + left / 2
    reach = copysign(sqrt(max(0.0, square * square - plain / 3)), turn)
    angle = acos(max(-1.0, min(1.0, turn / reach**3))) if reach else 0.0
    root = 2 * reach * cos((pi + angle) / 3) - square
    return min(max(root, 0.0, -difference), 1.0, 1.0 - difference)


def simple_difference_interval(first: Count, second: Count, z: float = Z95) -> tuple[float, float]:
    """Wald's limits of the difference, as shares: for comparison with tools that give them, never shown.

    Reads    too narrow where counts are few; of no width at 0 and 100 %.
    Source   measures.md section 1.
    """
    shares = [count.numerator / count.denominator for count in (first, second)]
    error = sqrt(sum(share * (1 - share) / count.denominator for share, count in zip(shares, (first, second), strict=True)))
    return shares[0] - shares[1] - z * error, shares[0] - shares[1] + z * error
