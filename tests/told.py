"""One trend for every form that a sentence can take, each named by its form."""

from __future__ import annotations

from tests.examples import ADVERSE, straight_trend

LOWER = {"improvement_direction": "lower"}
NEUTRAL = {"improvement_direction": "neutral"}
RATIO = {"scale": "ratio", "meaningful_change": 0.1}

TRENDS = {
    "closing": straight_trend((0.52, 0.60), (0.66, 0.68)),
    "closing, lower is better": straight_trend((0.30, 0.20), (0.18, 0.16), **LOWER),
    "closing, neutral": straight_trend((0.30, 0.20), (0.18, 0.18), **NEUTRAL),
    "closing, ratio": straight_trend((0.30, 0.20), (0.15, 0.14), **LOWER, **RATIO),
    "closing, ratio grows": straight_trend((0.20, 0.10), (0.10, 0.04), **LOWER | {"meaningful_change": 3}),
    "levelled down, difference grows": straight_trend((0.10, 0.24), (0.04, 0.14), **LOWER, **RATIO),
    "closing, crossed": straight_trend((0.50, 0.70), (0.65, 0.66)),
    "closing, crossed, neutral": straight_trend((0.50, 0.70), (0.65, 0.66), **NEUTRAL),
    "closing, focus better off": straight_trend((0.80, 0.75), (0.60, 0.68)),
    "levelled down, ratio below one": straight_trend((0.10, 0.14), (0.20, 0.19), **LOWER, **RATIO),
    "closing to no gap": straight_trend((0.50, 0.65), (0.65, 0.65)),
    "closing to no gap, ratio": straight_trend((0.30, 0.18), (0.18, 0.18), **LOWER, **RATIO),
    "widening": straight_trend((0.52, 0.46), (0.66, 0.68)),
    "widening, ratio shrinks": straight_trend((0.10, 0.24), (0.04, 0.14), **LOWER | {"meaningful_change": 3}),
    "widening, per 1,000": straight_trend((0.014, 0.030), (0.006, 0.006), **ADVERSE),
    "widening, crossed": straight_trend((0.70, 0.50), (0.66, 0.66)),
    "levelled down": straight_trend((0.52, 0.53), (0.66, 0.58)),
    "levelled down, focus led": straight_trend((0.80, 0.70), (0.62, 0.63)),
    "levelled down, crossed": straight_trend((0.52, 0.53), (0.66, 0.48)),
    "no clear change": straight_trend((0.52, 0.53), (0.66, 0.67)),
    "no clear change, ratio": straight_trend((0.30, 0.305), (0.18, 0.18), people_counted=(9000, 30000), **LOWER, **RATIO),
    "no clear change, crossed": straight_trend((0.50, 0.70), (0.61, 0.60)),
    "no clear change, trembles": straight_trend((0.60, 0.605), (0.602, 0.60), people_counted=(3000, 3000)),
    "no clear change, no gap": straight_trend((0.60, 0.60), (0.60, 0.60)),
    "cannot tell": straight_trend((0.52, 0.60), (0.66, 0.68), people_counted=(40, 400)),
    "cannot tell, soon": straight_trend((0.52, 0.50), (0.66, 0.66), people_counted=(600, 2000)),
    "cannot tell, ratio": straight_trend((0.30, 0.28), (0.18, 0.18), people_counted=(200, 900), **LOWER, **RATIO),
    "cannot tell, tiny": straight_trend((0.5, 0.5), (0.5, 0.5), people_counted=(2, 2), **LOWER, **RATIO),
    "cannot tell, crossed": straight_trend((0.50, 0.62), (0.60, 0.56), people_counted=(60, 100)),
    "one point": straight_trend((0.52, 0.52), (0.66, 0.66), periods=1, baseline=None),
    "two points": straight_trend((0.52, 0.54), (0.66, 0.66), periods=2),
    "all level": straight_trend((0.52, 0.52), (0.66, 0.66)),
}
