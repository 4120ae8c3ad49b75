"""Cards on run charts and control charts."""

from __future__ import annotations

from equity.method_cards.card import MethodCard

CARDS = (
    MethodCard(
        method_id="run-chart",
        name="Run chart",
        answers="Does this line move by more than chance?",
        formula="The median of the baseline. Shift: six or more in a row on one side. Trend: five or more that all rise or all fall. "
        "Runs: too few or too many about the median.",
        reads="A filled point belongs to a signal. Which way is good is said by the measure.",
        assumes="At least ten points off the median, else no rule is used and the page says so.",
        source="Perla, Provost and Murray 2011; runs by Swed and Eisenhart 1943.",
        code="equity.charts.run_chart:run_chart",
    ),
    MethodCard(
        method_id="control-chart",
        name="Control charts",
        answers="Which points lie outside what this process usually brings?",
        formula="Centre and limits of three standard deviations: XmR, p, p′, u, u′, c, g, t and I′, as the data are.",
        reads="A point outside, or a long run on one side, is a signal to look into.",
        assumes="Ten points for trial limits, twenty for settled ones. Points that people took out are named.",
        source="Provost and Murray 2011; Laney 2002; Anhoej 2014.",
        code="equity.charts.control_chart:control_chart",
        differs="NHSRplotthedots stops where one month is missing; ours passes it over.",
    ),
    MethodCard(
        method_id="process-chart",
        name="Which chart, and where its phases begin",
        answers="Is this line stable, and since when?",
        formula="Suggested: a run chart below ten points or where the level shifted; else p or u from the counts; p′ or u′ with more than 1,000 people a "
        "period, or where points scatter 1.2 times as far as counts would make them. Centre and limits are held from a baseline of ten points or more. "
        "A new phase begins with the first whole period after a change on record, where ten points lie on each side.",
        reads="A new phase shows what was before and after a change, not why. The verdict of record stays as it is.",
        assumes="Periods with too few people are drawn small and judged by no rule.",
        source="Provost and Murray 2011; the limits of 1,000 and 1.2 are our own.",
        code="equity.process_chart:rate_process",
    ),
    MethodCard(
        method_id="gap-chart",
        name="Rules on the gap itself",
        answers="Does the gap move by more than the counts of two groups bring by chance?",
        formula="Run rules on the gap; limits of three standard errors from each group's pooled rate, wider where people are few.",
        reads="A signal below the median = a smaller gap. Periods in which a group is too small are drawn and not judged.",
        assumes="Ten periods with a gap.",
        source="run rules as above; variance of a difference of two shares.",
        code="equity.charts.gap_chart:gap_chart",
    ),
    MethodCard(
        method_id="variation",
        name="Better, worse, or just varying; will the target be met?",
        answers="Is this line improving, and does it reach its target every time?",
        formula="Four rules of Making Data Count; the target against both limits.",
        reads="Improving, concerning, common cause, or not assessable. Meets, fails, hit and miss, or not assessable.",
        assumes="Ten points for limits, on trial until twenty; a target set beforehand. An aim is one for the gap, so the gap is held against it.",
        source="NHS England, Making Data Count, 2023.",
        code="equity.charts.states:variation",
    ),
)
