"""Cards on gaps: two groups or many in one period."""

from __future__ import annotations

from equity.method_cards.card import MethodCard

CARDS = (
    MethodCard(
        method_id="difference",
        name="The gap as a difference",
        answers="By how many points is this group worse off than the other?",
        formula="Rate minus rate, turned so that a positive gap means worse off. Limits: each rate's own limits, put together (Newcombe's method 10).",
        reads="0 = no gap. 8 points = 8 more of each 100 people lack the good outcome.",
        assumes="The groups do not overlap. Only where all people are the reference do they, and the page says so.",
        source="Newcombe 1998, method 10.",
        code="equity.disparity:gap_estimate",
        differs="statsmodels' score method for a difference fails on negative gaps; ours is checked against the published cases.",
    ),
    MethodCard(
        method_id="ratio",
        name="The gap as a ratio",
        answers="How many times as often does the bad outcome happen in this group?",
        formula="Rate over rate of the bad outcome. Limits: Katz on the log; the score interval where a count is zero or a group is at 100 %.",
        reads="1 = no gap; 2 = twice as often. A gap can shrink in points and grow as a ratio: both are always shown.",
        assumes="The bad outcome is what is compared. Ratios of good outcomes shrink by themselves as both come near 100 %.",
        source="Katz, Baptista, Azen and Pike 1978; Miettinen and Nurminen 1985; Keppel and Pearcy 2005.",
        code="equity.disparity:rate_ratio",
        differs="Tools that add a half to zero counts shift the ratio; ours does not.",
    ),
    MethodCard(
        method_id="reference",
        name="Who a group is compared with",
        answers="Compared with whom?",
        formula="All other known groups together, everybody, one named group, or the best-off or the largest group, "
        "among those with at least 30 people over the baseline.",
        reads="The page always names it. The best-off or largest group stays the same for the whole line. "
        "Of equal groups the larger one is taken, then the first in the network's own order.",
        assumes="No group is the silent norm: the demo compares with all others.",
        source="Lantern's own rule; Healthy People on reference groups.",
        code="equity.groups:reference_group",
        differs="WHO's HEAT compares the highest with the lowest of each year: it finds a gap in 22 % of equal populations.",
    ),
    MethodCard(
        method_id="counts-as",
        name="When a difference counts",
        answers="Is this difference more than chance, and large enough to matter?",
        formula="p of .05 or less after Holm's step over the groups, and at least 10 % of the rate or of its complement.",
        reads="Worse, better or no clear difference. Both parts are needed.",
        assumes="The groups were named before the numbers were seen.",
        source="AHRQ National Healthcare Quality and Disparities Report; Holm 1979.",
        code="equity.group_pairs:group_pairs",
    ),
    MethodCard(
        method_id="many",
        name="Many comparisons at once",
        answers="How many of these findings would chance alone bring?",
        formula="Holm in a family of groups; Benjamini and Hochberg over a grid of teams and measures.",
        reads="A finding that stays after the step is rarely chance. One that does not may still be true.",
        assumes="Comparisons that could not be made are not counted.",
        source="Holm 1979; Benjamini and Hochberg 1995.",
        code="equity.multiplicity:holm",
    ),
    MethodCard(
        method_id="reach",
        name="People to reach",
        answers="For how many people would the outcome have to change, to reach the reference rate?",
        formula="Gap × people, rounded up, 0 where the rate is reached; summed over teams and groups.",
        reads="Nine people = nine more with the good outcome would close this gap in this period.",
        assumes="The reference rate stays. It is a size, not a plan.",
        source="measures of the Healthy People review; Newcombe's limits times people.",
        code="equity.reach:people_to_reach",
    ),
    MethodCard(
        method_id="summaries",
        name="One number over many groups",
        answers="How unequal are all groups together?",
        formula="21 measures: difference and ratio of the ends, mean distances, Theil, mean log deviation, slopes along an order, what all would gain.",
        reads="Eight of them stand low on the Network page, for those who report them. No page leads with one: a single number hides who is worse off.",
        assumes="Each measure says what it needs: three groups, an order of them, weights, a best-off group. At both times the same groups. "
        "Where more than 15 % of groups, or one of an order, have no rate, none is told.",
        source="Schlotheuber and Hosseinpoor 2022; Healthy People; the measures' own papers, named in the code.",
        code="equity.summary_measures:all_summaries",
        differs="healthequal prints limits of the attributable fraction 100 times and of Theil and mean log deviation 1,000 times too narrow; "
        "its slope index weighs people twice. Ours match corrected values.",
    ),
)
