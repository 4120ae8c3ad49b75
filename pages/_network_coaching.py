"""Where coaching may help: teams by name, each with every reason."""

from __future__ import annotations

from components import html
from components.cards import card, card_foot, card_head
from components.coaching_list import CoachedTeam, coaching_list
from data_access.coaching import teams_to_coach
from equity.coaching import Need
from equity.listing import Listing
from equity.numbers import within_sentence
from equity.sentences.coaching import RULE, coaching_title, reasons
from pages._frame import team_url
from pages._network_answer import WHOLE_GRID, Answer, csv_url

CARD = "network-coaching"


def coaching_card(answer: Answer) -> html.Section:
    """The teams that a sign names; beyond a page of them the file has the rest."""
    needs = teams_to_coach(answer.viewer)
    shown = [coached(answer, need) for need in needs[:WHOLE_GRID]]
    more = [html.P(f"{len(needs) - WHOLE_GRID:,} more stand in the file.")] if len(needs) > WHOLE_GRID else []
    source = "Verdicts are those of the grid, silence that of the calendar; what is hidden names nobody."
    foot = card_foot(source=source, table=None, csv_url=csv_url("coaching", answer), method="coaching")
    body = [coaching_list(shown), *more] if shown else []
    return card(CARD, head=card_head(CARD, coaching_title(len(needs)), RULE), body=body, foot=foot, span="span-7")


def coached(answer: Answer, need: Need) -> CoachedTeam:
    """One team, its link at the first measure that names it."""
    first = next(iter((*need.widening, *need.silent)), "")
    address = team_url(need.team_id, answer.selection, measure_id=first)
    return CoachedTeam(need.name, address, tuple(reasons(need, short_names(answer), answer.catalogue.network.as_of)))


def short_names(answer: Answer) -> dict[str, str]:
    """Each measure's short name as it stands in a sentence."""
    return {measure.measure_id: within_sentence(measure.short_name) for measure in answer.catalogue.measures}


def coaching_listing(answer: Answer) -> Listing:
    """A row a team and reason."""
    names, as_of = short_names(answer), answer.catalogue.network.as_of
    rows = [(need.team_id, need.name, reason) for need in teams_to_coach(answer.viewer) for reason in reasons(need, names, as_of)]
    return Listing(("team_id", "team", "reason"), tuple(rows))
