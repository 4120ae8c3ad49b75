"""Who asks: every query takes a viewer first, and nobody sees more than the viewer may."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

LEAD, COACH, TEAM_MEMBER, FUNDER, READER, ADMINISTRATOR = "network_lead", "coach", "team_member", "funder", "reader", "administrator"
ROLES = (LEAD, COACH, TEAM_MEMBER, FUNDER, READER, ADMINISTRATOR)
WITH_TEAMS = (COACH, TEAM_MEMBER)


@dataclass(frozen=True, slots=True)
class Viewer:
    """A role; the teams whose member the viewer is, who see their own numbers whole; the teams that the viewer coaches.

    since: the viewer's last visit, None where there was none. It says what is new, never what may be seen.
    """

    role: str
    team_ids: frozenset[str] = frozenset()
    coached: frozenset[str] = frozenset()
    since: datetime | None = field(default=None, compare=False)

    @property
    def scope(self) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
        """What tells two viewers' caches apart: viewers of one scope may see the same."""
        return self.role, tuple(sorted(self.team_ids)), tuple(sorted(self.coached))

    @property
    def may_read(self) -> bool:
        """True for every role that sees the network's data. An administrator keeps accounts and sees none."""
        return self.role in ROLES and not self.is_administrator

    def owns(self, team_id: str) -> bool:
        """True where the team is the viewer's own."""
        return team_id in self.team_ids

    def sees(self, team_id: str) -> bool:
        """True where what people said of this team may be shown under its name: to its members, its coaches and the network's lead."""
        return self.is_lead or self.owns(team_id) or team_id in self.coached

    @property
    def is_lead(self) -> bool:
        """True for the network's lead."""
        return self.role == LEAD

    @property
    def is_administrator(self) -> bool:
        """True for whoever keeps accounts and reads the audit trail."""
        return self.role == ADMINISTRATOR


# In demo mode everybody is the network lead, and a member of no team.
NETWORK_LEAD = Viewer(LEAD)
