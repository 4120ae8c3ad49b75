"""The lower half of a team's page: what it learned, did and told, how good its reports are, and what is due next."""

from __future__ import annotations

from collections.abc import Callable

from dash.development.base_component import Component

from data_access.store import reading
from data_access.viewer import Viewer
from equity.catalogue import Team
from equity.errors import UnknownValue
from equity.listing import Listing
from equity.selection import Query
from pages import _team_record_maturity as maturity
from pages import _team_record_quality as quality
from pages._frame import Asked
from pages._team_answer import answer_to, team_asked
from pages._team_record_due import due_card, due_listing
from pages._team_record_learning import (
    actions_card,
    actions_listing,
    practices_card,
    practices_listing,
    progress_card,
    progress_listing,
    words_card,
    words_listing,
)

RECORD_OUTPUTS = [*maturity.OUTPUTS, *quality.OUTPUTS]


def record_cards(asked: Asked, team: Team) -> list[Component]:
    """The cards, in the order in which they are read."""
    return [
        *maturity.maturity_card(asked, team),
        progress_card(asked, team),
        practices_card(asked, team),
        words_card(asked, team),
        actions_card(asked, team),
        due_card(asked, team),
        quality.quality_card(asked, team),
    ]


def changing_cards(asked: Asked, team: Team) -> list[Component]:
    """Those of them that a choice changes."""
    return [*maturity.maturity_card(asked, team), quality.quality_card(asked, team)]


def listing_of(build: Callable[[Asked, Team], Listing]) -> Callable[[Viewer, Query], Listing]:
    """A file of what a card shows of the team in the query."""

    def listed(viewer: Viewer, query: Query) -> Listing:
        with reading():
            team = team_asked(viewer, query)
            if team is None:
                raise UnknownValue(parameter="team_id", asked=[str(query.get("team_id", ""))], choices=["a team of this network"], used="nothing")
            return build(answer_to(viewer, query, team).asked, team)

    return listed


RECORD_FILES = {
    name: listing_of(build)
    for name, build in {
        "maturity": maturity.maturity_listing,
        "progress": progress_listing,
        "practices": practices_listing,
        "words": words_listing,
        "actions": actions_listing,
        "due": due_listing,
        "quality": quality.quality_listing,
    }.items()
}
