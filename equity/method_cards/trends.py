"""Cards on time: is the gap closing, and for whom?"""

from __future__ import annotations

from equity.method_cards.card import MethodCard

CARDS = (
    MethodCard(
        method_id="verdict",
        name="The five verdicts",
        answers="Is this gap closing?",
        formula="A weighted line through the gap (or the log ratio). Closing or widening: p under .05 and a fitted change of at least the "
        "measure's own meaningful change. No clear change: neither, and such a change would have shown (power .80). Else: cannot tell yet.",
        reads="Closing needs both a clear signal and a change that matters. Cannot tell yet names the change that would show.",
        assumes="At least four periods, weighted by rates smoothed over time. A move must stand out from the counts' own variance and, "
        "by Student's t, from the scatter that was seen.",
        source="Lantern's own rule, version 3; weights after Cochran; scatter by X²/df.",
        code="equity.trend:gap_trend",
        differs="Lines weighted by each period's own variance call up to 18 % of still gaps a trend; ours 1 to 4 %.",
    ),
    MethodCard(
        method_id="levelled-down",
        name="Levelled down",
        answers="Did the gap shrink because somebody lost?",
        formula="It would be closing, but the better-off group's fitted rate got worse by at least as much as the other's got better.",
        reads="Never counted as closing, on any page or in any sum.",
        assumes="The fitted rates of both groups, not single periods.",
        source="Lantern's own rule; Mackenbach 2016.",
        code="equity.verdicts:is_levelled_down",
    ),
    MethodCard(
        method_id="who-for",
        name="Improving for whom",
        answers="Did everybody's rate get better, and did the gap get smaller?",
        formula="Change of the rate of both groups together, and change of the gap's size, from the baseline to the latest period. "
        "Limits: Newcombe's, put together.",
        reads="Only the corner where both are better is called better for all, and fairer.",
        assumes="Two windows with counts of both groups.",
        source="Mackenbach 2016; Zou and Donner 2008.",
        code="equity.level_and_gap:level_and_gap",
    ),
    MethodCard(
        method_id="windows",
        name="First year against latest",
        answers="How did the gap change between two windows?",
        formula="Gap in the last window minus gap in the first, each with its variance; the same for the log ratio.",
        reads="A check beside the line: both should tell one story.",
        assumes="Counts within a window are put together.",
        source="Altman and Bland 2003.",
        code="equity.window_change:window_change",
    ),
    MethodCard(
        method_id="count-models",
        name="Models on the counts",
        answers="Do two groups' counts move apart over time, on the scale that was set beforehand?",
        formula="Binomial model with group, time and group × time; identity, log or logit; errors widened by scatter.",
        reads="The last term is the change of the gap per period.",
        assumes="Groups do not share ups and downs. Where they do this model loses power (from .5 to .1), so verdicts use the gap's own line.",
        source="Wacholder 1986; McCullagh and Nelder 1989.",
        code="equity.count_trend:count_trend",
    ),
    MethodCard(
        method_id="price",
        name="What it would take to tell",
        answers="How large a change would stand out here, or how many more periods are needed?",
        formula="So many standard errors of the fitted change that it shows in 8 of 10 such series: 3.3 with nine periods, 2.9 with thirty.",
        reads="A change would have to reach 16 points to stand out = smaller ones cannot be seen with so few people.",
        assumes="Future periods as large as the last one.",
        source="power of a two-sided test at .05 and .80.",
        code="equity.fits:points_until_seen",
    ),
)
