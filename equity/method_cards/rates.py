"""Cards on rates: one group in one period."""

from __future__ import annotations

from equity.method_cards.card import MethodCard

CARDS = (
    MethodCard(
        method_id="proportion",
        name="Rate of a group, with Wilson's interval",
        answers="What share of this group had the outcome in this period, and how sure are we?",
        formula="p = x / n. Limits: (p + z²/2n ± z sqrt(p(1 − p)/n + z²/4n²)) / (1 + z²/n), with z = 1.96.",
        reads="The true share lies inside the limits in about 19 of 20 such cases. Few people make wide limits.",
        assumes="Each person counts once. People of a period stand for people like them.",
        source="Wilson 1927; Newcombe 1998.",
        code="equity.rates:wilson_interval",
        differs="Tools that use p ± 1.96 standard errors give limits of no width at 0 and 100 %, and are too sure of small groups.",
    ),
    MethodCard(
        method_id="rate",
        name="Rate of events, with Byar's interval",
        answers="How often did the event happen, for each 1,000 births or days, and how sure are we?",
        formula="x / n. Limits: Byar's approximation from ten events on, exact Poisson limits below.",
        reads="As above: the true rate lies inside in about 19 of 20 cases.",
        assumes="Events come one by one and do not bring others about.",
        source="Breslow and Day 1987; Garwood 1936; PHEindicatormethods.",
        code="equity.rates:byar_interval",
    ),
    MethodCard(
        method_id="exact",
        name="Exact interval of a share",
        answers="Which limits hold the truth at least 19 times in 20, whatever the share is?",
        formula="Quantiles of beta distributions: x and n − x + 1 below, x + 1 and n − x above. "
        "Of a clustered sample: the same for x and n divided by the design effect, and again by the squared ratio of t for its degrees of freedom "
        "to t for n − 1; n never grows.",
        reads="Wider than Wilson's: used to judge whether a rate is steady or too few to be read (see below), not to draw it.",
        assumes="A team counts all of its own patients, each once: a census, with a design effect of 1. Then this is Clopper and Pearson's interval. "
        "A sample drawn in clusters would need its design effect, which no file gives.",
        source="Clopper and Pearson 1934; Korn and Graubard 1998.",
        code="equity.rates:korn_graubard_interval",
    ),
    MethodCard(
        method_id="standardised",
        name="Rate as if the group had another make-up",
        answers="Would two groups still differ if they had the same ages?",
        formula="Sum of w × x / n over the parts, with w the standard's share. Limits: Dobson's step on Byar's limits.",
        reads="What is left of a gap after standardising is not a matter of who is in the groups.",
        assumes="The parts are those that matter, and each has people in it. Fewer than ten events give no rate.",
        source="Dobson, Kuulasmaa, Eberle and Scherer 1991.",
        code="equity.standardised:standardised_rate",
    ),
    MethodCard(
        method_id="reliability",
        name="Steady, or too few to be read",
        answers="Is this rate exact enough to be drawn as a firm point?",
        formula="Share: at least 30 people, and an exact interval under 30 points wide that is under 5 points, or at most 1.3 times the share. "
        "Rate: at least ten events, and limits no wider than 1.6 times the rate.",
        reads="A hollow point is drawn where the answer is no. It is shown, and it should not be leaned on.",
        assumes="The standards were made for national surveys; teams are held to the same.",
        source="US National Center for Health Statistics, presentation standards 2017 and 2023.",
        code="equity.reliability:reliability_of",
    ),
    MethodCard(
        method_id="unknown",
        name="What the unknown could change",
        answers="How large or small could the gap be if we knew everybody's group?",
        formula="All people of unknown group are put into one group, then into the other, with the events where they move the gap most.",
        reads="A range that does not hold zero cannot be explained by missing records. Chance is not in this range.",
        assumes="Nothing: these are the ends of what is possible.",
        source="Manski 1990.",
        code="equity.unknown_bounds:unknown_bounds",
    ),
)
