"""The next convening: when and where it is, what is due before it, and what the data give it to talk about."""

from __future__ import annotations

from components import html
from components.cards import card, card_foot, card_head
from components.coaching_list import topic_list
from data_access.behind import behind_teams
from data_access.changes import change_counts
from data_access.coaching import teams_to_coach
from data_access.teams import team_count
from equity.due import next_convening
from equity.listing import Listing
from equity.next_convening import due_days_before, past_convening
from equity.sentences.next_convening import (
    Topic,
    convening_subtitle,
    convening_title,
    end_topic,
    moved_topic,
    reports_topic,
    tests_topic,
    widening_topic,
)
from pages._network_answer import Answer, csv_url
from pages._network_coaching import short_names

CARD = "network-convening"


def convening_card(answer: Answer) -> html.Section:
    """The next convening with its topics; after the last, what was."""
    events, network = answer.catalogue.events, answer.catalogue.network
    coming, past = next_convening(events, network.as_of), past_convening(events, network.as_of)
    due = due_days_before(coming.starts_on, answer.catalogue.measures, network) if coming else ()
    head = card_head(CARD, convening_title(coming, past), convening_subtitle(coming, past, due))
    topics = topics_of(answer) if coming else []
    foot = card_foot(source="What there could be to talk about, from the data alone.", table=None, csv_url=csv_url("convening", answer))
    return card(CARD, head=head, body=[topic_list(topics)] if topics else [], foot=foot, span="span-5")


def topics_of(answer: Answer) -> list[Topic]:
    """What the data give the next convening to talk about, in a fixed order."""
    events, network = answer.catalogue.events, answer.catalogue.network
    coming, past = next_convening(events, network.as_of), past_convening(events, network.as_of)
    if coming is None:
        return []
    names = short_names(answer)
    counts = {names[measure.measure_id]: answer.tally(measure) for measure in answer.catalogue.measures if measure.has_gap}
    widening = [need.name for need in teams_to_coach(answer.viewer) if need.widening]
    decided = change_counts(answer.viewer, since=past.ends_on if past else network.starts_on, until=network.as_of)
    behind = [name for _, name in behind_teams(answer.viewer).teams]
    found = [
        moved_topic(counts),
        widening_topic(widening),
        tests_topic(decided, past),
        reports_topic(behind, team_count(answer.viewer)),
        end_topic(coming, network),
    ]
    return [topic for topic in found if topic]


def convening_listing(answer: Answer) -> Listing:
    """A row a topic, with the convening that it is for."""
    coming = next_convening(answer.catalogue.events, answer.catalogue.network.as_of)
    rows = [(coming.name, coming.starts_on.isoformat(), title, words) for title, words in topics_of(answer)] if coming else []
    return Listing(("convening", "starts_on", "topic", "words"), tuple(rows))
