"""Cards on what is no rate: whether reports came and can be trusted, and what people say of their own work."""

from __future__ import annotations

from equity.method_cards.card import MethodCard

OURS = "A rule of this project."

CARDS = (
    MethodCard(
        method_id="blanks",
        name="Five kinds of blank",
        answers="Why is there no number?",
        formula="Not due until the period's end and the days to report have passed, not reported from then on; outside a team's time: does not apply.",
        reads="Each blank has its own mark and word. Zero events is a number.",
        assumes="The days to report stand with each measure.",
        source=OURS,
        code="equity.reporting:missing_blank",
    ),
    MethodCard(
        method_id="completeness",
        name="Reports that came",
        answers="Who has reported, and on time?",
        formula="On time = in the store by the day it was due. Late = a later load brought it. In part = some of it is still missing.",
        reads="Always so many of so many. A first load does not tell the day, and the page says so.",
        assumes="A load brings a report on the day that it is made.",
        source=OURS,
        code="equity.report_states:arrival_state",
    ),
    MethodCard(
        method_id="quality",
        name="How good reports are",
        answers="Can this team's numbers be trusted?",
        formula="The weakest of three checks: people in no group (10 and 20 %), due reports that did not come (10 and 25 %), late or in part (20 and 50 %).",
        reads="Good, with care or too weak, each with its reason. What is not known is left out, and that is said.",
        assumes="The limits are our own, and stand beside the grade.",
        source=OURS,
        code="equity.data_quality:data_quality",
    ),
    MethodCard(
        method_id="evidence",
        name="Moves up and down on a framework",
        answers="How many teams moved, and can they show why?",
        formula="Level now against the first one by the same kind of rater. A step up without evidence on file is counted apart.",
        reads="Up, same and down are teams. A hollow mark = a step up that no evidence backs yet.",
        assumes="Teams scored once did not move.",
        source=OURS,
        code="equity.network_moves:moves_of_teams",
    ),
    MethodCard(
        method_id="raters",
        name="How far raters are apart",
        answers="Do a team and its coach see the same team?",
        formula="Highest level minus lowest, over all who rated a domain within three months.",
        reads="Two levels or more = worth a talk.",
        assumes="Ratings further apart in time would show a change, and are left out.",
        source=OURS,
        code="equity.rater_spread:rater_spread",
    ),
    MethodCard(
        method_id="progress",
        name="Progress score",
        answers="How far along do people say a team is?",
        formula="The latest score that was agreed, else the coach's, else the team's own. Teams are counted by step.",
        reads="0.5 = signed up, 5 = large and lasting gains. People set it: nothing here works it out.",
        assumes="First and latest score come from one kind of rater.",
        source="IHI, Assessment Scale for Collaboratives, 0.5 to 5.",
        code="equity.progress_scale:progress_counts",
    ),
    MethodCard(
        method_id="practices",
        name="Practices in use",
        answers="How many teams use a practice, and who began or stopped?",
        formula="The stage that a team told first, and the one that it told last. In use = in use, or part of daily work.",
        reads="Teams that began and teams that stopped are shown apart: the sum may hide both.",
        assumes="Teams tell the stage of each quarter themselves.",
        source=OURS,
        code="equity.practices:practice_tally",
    ),
    MethodCard(
        method_id="coaching",
        name="Where coaching may help",
        answers="Which teams could use a call?",
        formula="Any one of three: the gap widens, reports stopped, or no test of change ran for 120 days.",
        reads="By name, with the reason, in no order of need. No team is weighed against another.",
        assumes="A team that never tested has not stopped.",
        source=OURS,
        code="equity.coaching:coaching_needs",
    ),
    MethodCard(
        method_id="review",
        name="The review of a quarter",
        answers="What moved in this period, as it stood at its end?",
        formula="Only periods that had ended by then are told; the verdict is by the same rule on those. Each team counts once: on the first measure that "
        "it set an aim for. No report for the period = not reported, whatever older numbers say.",
        reads="Always so many of so many teams. Cannot tell yet, no clear change and not reported are rows of their own.",
        assumes="The numbers are today's: what came late or was put right is in them. A past verdict is made from what may be shown.",
        source=OURS,
        code="equity.review:quarter_state",
    ),
)
