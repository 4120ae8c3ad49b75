"""Who asks: every query takes a viewer first, and nobody sees more than the viewer may."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Viewer:
    """A role, and the teams whose member the viewer is: they see their own numbers whole."""

    role: str
    team_ids: frozenset[str] = frozenset()

    @property
    def scope(self) -> tuple[str, tuple[str, ...]]:
        """What tells two viewers' caches apart: viewers of one scope may see the same."""
        return self.role, tuple(sorted(self.team_ids))

    def owns(self, team_id: str) -> bool:
        """True where the team is the viewer's own."""
        return team_id in self.team_ids

    def sees(self, team_id: str) -> bool:
        """True where what people said of this team may be shown under its name: to its own members and to the network's lead."""
        return self.is_lead or self.owns(team_id)

    @property
    def is_lead(self) -> bool:
        """True for the network's lead."""
        return self.role == "network_lead"


# In demo mode everybody is the network lead, and a member of no team.
NETWORK_LEAD = Viewer("network_lead")
