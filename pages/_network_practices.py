"""Equity practices in use over the network: how many teams, then and now."""

from __future__ import annotations

from components import html
from components.cards import card, card_foot, card_head
from components.definition_card import PRACTICES_URL
from components.practice_rows import PracticeLine, practice_key, practice_rows, practice_table
from data_access.practice_use import practice_counts, practices
from equity.listing import Listing
from equity.numbers import plural
from equity.practices import PracticeCounts
from equity.sentences.practice_cards import practices_subtitle, practices_title
from pages._network_answer import Answer, csv_url

CARD = "network-practices"


def practice_lines(answer: Answer) -> list[PracticeLine]:
    """Every practice that the network follows, in the order of the alphabet."""
    counts = practice_counts(answer.viewer).counts
    return [PracticeLine(one.name, one.wording, counts.get(one.practice_id, PracticeCounts())) for one in practices(answer.viewer)]


def practices_card(answer: Answer) -> html.Section:
    """A line a practice; words alone where no team told of any."""
    lines = practice_lines(answer)
    most = max((line.counts.told for line in lines), default=0)
    days = practice_counts(answer.viewer).told
    subtitle = practices_subtitle(most, days, has_ended=any(line.counts.ended for line in lines))
    head = card_head(CARD, practices_title({line.name: line.counts for line in lines}), subtitle)
    body = [practice_rows(lines, most=most), practice_key(lines)] if most else []
    foot = card_foot(
        source=f"Told by the teams each quarter. No team is named. n: {plural(most, 'team')}.",
        table=practice_table(lines) if most else None,
        csv_url=csv_url("practices", answer),
        defined=PRACTICES_URL,
        method="practices",
    )
    return card(CARD, head=head, body=body, foot=foot, span="span-5", has_grid=most > 0)


def practices_listing(answer: Answer) -> Listing:
    """A row a practice and stage."""
    rows = [(line.name, stage, line.counts.then.get(stage, 0), line.counts.now.get(stage, 0)) for line in practice_lines(answer) for stage in stages(line)]
    return Listing(("practice", "stage", "teams_then", "teams_now"), tuple(rows))


def stages(line: PracticeLine) -> list[str]:
    """The stages that a team told of, then or now."""
    return sorted({*line.counts.then, *line.counts.now})
