"""What stands where an address names a team that the network does not have."""

from __future__ import annotations

from collections.abc import Sequence

from dash import Output

from components import html
from components.shell import crumb_trail
from data_access.teams import teams_page
from data_access.viewer import Viewer
from equity.selection import Query
from pages._frame import asked, team_url

# A longer list is the directory's work.
MOST_LISTED = 12


def no_such_team(viewer: Viewer, query: Query, outputs: Sequence[Output]) -> html.Main:
    """Where to go instead. The parts that a choice would change are there and hold nothing: an address may be changed here too."""
    selection = asked(viewer, query).selection
    page = teams_page(viewer, size=MOST_LISTED)
    kept = selection.kept_query()
    links = [html.Li(html.A(team.name, href=team_url(team.team_id, selection))) for team in page.teams]
    every = [html.Li(html.A(f"All {page.total:,} teams", href=f"/teams{kept}"))]
    content = [
        *crumb_trail([("Network", f"/{kept}"), ("Teams", f"/teams{kept}"), ("not found", None)]),
        html.H1("There is no such team here", id="question", className="question", tabIndex=-1),
        html.P("The link may be old or misspelled, or the team may belong to another network. The teams of this one are:", className="sentence"),
        html.Ul([*links, *every] if page.total > len(links) else links, className="team-instead"),
        html.P(html.A("The directory of teams", href=f"/teams{kept}", className="button")),
    ]
    empty = [html.Div(id=component_id) for component_id in dict.fromkeys(output.component_id for output in outputs)]
    return html.Main([html.Div(content, className="wrap"), html.Div(empty, hidden=True)], id="main")
