"""The files of a team's record: where each is, and what every row of it says beside its own."""

from __future__ import annotations

from urllib.parse import urlencode

from equity.catalogue import Team
from equity.listing import Value
from pages._frame import Asked, origin_of


def record_url(card: str, team: Team) -> str:
    """The file of a card that is the same whatever the reader chooses."""
    return f"/csv/team/{card}?{urlencode({'team_id': team.team_id})}"


def record_context(asked: Asked) -> list[tuple[str, Value]]:
    """The network, the load, and whether its teams exist."""
    found = asked.catalogue
    return [("network", found.network.name), *origin_of(found)]
