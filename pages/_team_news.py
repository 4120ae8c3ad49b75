"""What is new since the reader's last visit, for a member of the team: with it the page begins."""

from __future__ import annotations

from dash.development.base_component import Component

from components import html
from components.team_news import news_card
from data_access.team_news import team_news
from equity.catalogue import Team
from equity.sentences.news import news_lines, news_title
from equity.sentences.team_record import due_title
from pages._frame import Asked
from pages._team_record_due import due_of


def news_cards(asked: Asked, team: Team) -> list[Component]:
    """The card; none for anybody else, and none where there was no earlier visit."""
    since = asked.viewer.since
    return [_card(asked, team)] if since is not None and asked.viewer.owns(team.team_id) else []


def _card(asked: Asked, team: Team) -> html.Section:
    since = asked.viewer.since
    measures = {measure.measure_id: measure for measure in asked.catalogue.measures}
    lines = news_lines(team_news(asked.viewer, team.team_id, since), measures)
    due = due_title(due_of(asked, team), asked.catalogue.network.as_of)
    return news_card(news_title(since), lines or [("Nothing was loaded about your team since.", "team-run")], due=(due, "team-due"))
