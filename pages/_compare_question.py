"""What a reader of the Compare page asks: whose gap on what, which teams, in which order; what was not understood becomes a fault."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from data_access.network_counts import NetworkGap, network_gap
from data_access.team_comparison import MOST_COMPARED, ListedTeam, ListedTeams, chosen_teams, listed_teams
from data_access.team_peers import peers_of
from data_access.viewer import Viewer
from equity.catalogue import OVERALL, Team
from equity.errors import NoReferenceGroup, ReaderError, UnknownValue
from equity.groups import of_each_team
from equity.peers import Peers
from equity.selection import Query, Selection
from pages._frame import Asked, asked, one_of

# As many rows as one page holds; a larger network comes page by page.
WHOLE_PAGE, ROWS = 60, 24
PEERS, BY_SIZE, BY_SETTING = "peers", "size", "setting"
VIEWS = (("", "All teams"), (PEERS, "My peers and pins"))
ORDERS = (("", "By name"), (BY_SIZE, "By number of people"), (BY_SETTING, "By setting"))
# As many lines of periods as are read at once, with one's own.
MOST_ALIKE = 23
# More thin lines than these cannot be followed, nor named.
MOST_DRAWN = 8


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked. peers: None without a team of the reader's own; listed: the teams that are compared; a page of them in a network that is_paged."""

    asked: Asked
    faults: tuple[ReaderError, ...]
    gap: NetworkGap
    peers: Peers | None
    pinned: tuple[Team, ...]
    listed: ListedTeams
    is_paged: bool

    @property
    def selection(self) -> Selection:
        return self.asked.selection

    @property
    def my_peers(self) -> tuple[Team, ...]:
        """The teams like mine, and those that the reader pinned, by name."""
        known = {team.team_id: team for team in (*near_peers(self.peers), *self.pinned)}
        return tuple(sorted(known.values(), key=lambda team: (team.name.lower(), team.team_id)))

    @property
    def drawn_peers(self) -> tuple[Team, ...]:
        """As many of them as can be followed in a chart: pinned ones before the others."""
        pinned = {team.team_id for team in self.pinned}
        chosen = sorted(self.my_peers, key=lambda team: team.team_id not in pinned)[:MOST_DRAWN]
        return tuple(team for team in self.my_peers if team in chosen)

    @property
    def team_ids(self) -> tuple[str, ...]:
        return tuple(one.team.team_id for one in self.listed.teams)


def near_peers(peers: Peers | None) -> tuple[Team, ...]:
    """The teams like mine: of very many, the first by name."""
    return peers.teams[:MOST_ALIKE] if peers else ()


def question_of(viewer: Viewer, query: Query) -> Question:
    """Read the address; the teams are asked of the store."""
    said, gap, faults = with_reference(asked(viewer, query))
    pinned, unknown = pinned_teams(said)
    peers = peers_of(viewer, said.team, said.measure.measure_id) if said.team else None
    near = (*((said.team,) if said.team else ()), *near_peers(peers), *pinned)
    view, not_seen = one_of(said, "view", [PEERS] if len(near) > 1 else [], "")
    listed, is_paged = teams_asked(said, [team.team_id for team in near] if view else None)
    order, not_ordered = one_of(said, "order", [BY_SETTING] if is_paged else [BY_SIZE, BY_SETTING], "")
    if is_paged:
        listed = with_mine(said, page_of(said, order))
    kept = said.selection.but(view=view, order=order, peers=tuple(team.team_id for team in pinned))
    faults = (*faults, *unknown, *not_seen, *not_ordered)
    return Question(said.but(selection=kept), faults, gap, peers, pinned, listed, is_paged)


def with_reference(said: Asked) -> tuple[Asked, NetworkGap, tuple[ReaderError, ...]]:
    """The question with a reference that there is, and the network's gap: among the best-off nobody may have enough people."""
    chosen = said.selection
    try:
        return said, gap_of(said.viewer, chosen), ()
    except NoReferenceGroup:
        choices = [OVERALL, *(group.group_code for group in chosen.stratifier.known_groups if group.group_code != chosen.group_code)]
        fault = UnknownValue(parameter="reference", asked=[chosen.reference], choices=choices, used=OVERALL)
        said = said.but(selection=chosen.but(reference=OVERALL))
        return said, gap_of(said.viewer, said.selection), (fault,)


def gap_of(viewer: Viewer, chosen: Selection) -> NetworkGap:
    """The network's gap, with its reference named as all teams here have it."""
    gap = network_gap(viewer, chosen.measure, chosen.stratifier, focus=chosen.group_code, reference=chosen.reference)
    return replace(gap, reference=of_each_team(gap.reference))


def pinned_teams(said: Asked) -> tuple[tuple[Team, ...], tuple[ReaderError, ...]]:
    """The teams that the reader pinned, and a fault for those that the network does not have; oneself is no peer."""
    wanted = [team_id for team_id in said.selection.peers if team_id != said.selection.team]
    found = tuple(one.team for one in chosen_teams(said.viewer, said.measure, wanted)) if wanted else ()
    missing = [team_id for team_id in wanted if team_id not in {team.team_id for team in found}]
    if not missing:
        return found, ()
    return found, (UnknownValue(parameter="peers", asked=missing, choices=["teams of this network"], used="the others"),)


def teams_asked(said: Asked, near: Sequence[str] | None) -> tuple[ListedTeams, bool]:
    """The teams that are compared, and whether there are too many for one comparison: everybody in a small network, else those that work on the measure."""
    if near is not None:
        teams = chosen_teams(said.viewer, said.measure, near)
        return ListedTeams(teams, len(teams), 1, 1), False
    everybody = listed_teams(said.viewer, said.measure, size=WHOLE_PAGE, everybody=True)
    if everybody.pages == 1:
        return everybody, False
    working = listed_teams(said.viewer, said.measure, size=MOST_COMPARED)
    return working, working.pages > 1


def page_of(said: Asked, order: str) -> ListedTeams:
    """The page of teams that the address names, in a network that is too large for one comparison."""
    chosen = said.selection
    return listed_teams(said.viewer, said.measure, find=chosen.find, page=chosen.page, size=ROWS, by_setting=order == BY_SETTING)


def with_mine(said: Asked, page: ListedTeams) -> ListedTeams:
    """The page with the reader's own team at its head, if it is not on it."""
    if said.team is None or said.team.team_id in {one.team.team_id for one in page.teams}:
        return page
    mine: tuple[ListedTeam, ...] = chosen_teams(said.viewer, said.measure, [said.team.team_id])
    return ListedTeams((*mine, *page.teams), page.total, page.page, page.pages)
