"""Numbers that stand for teams where their names may not: drawn by a secret, in no order that a name has."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Sequence

# So many codes for each team at least: one that joins seldom takes another's.
ROOM = 2


def team_codes(team_ids: Sequence[str], secret: str) -> dict[str, str]:
    """Team 07, Team 58: a number for each team, drawn by the secret.

    Reads    a team that joins or leaves leaves the others' numbers as they are, but for the few that shared its place.
    """
    digits = max(2, len(str(ROOM * len(team_ids))))
    places = 10**digits - 1
    drawn = {team_id: int.from_bytes(hmac.digest(secret.encode(), team_id.encode(), hashlib.sha256)[:8], "big") for team_id in team_ids}
    taken: set[int] = set()
    codes = {}
    for team_id in sorted(team_ids, key=drawn.__getitem__):
        place = drawn[team_id] % places
        while place in taken:
            place = (place + 1) % places
        taken.add(place)
        codes[team_id] = f"Team {place + 1:0{digits}d}"
    return codes
