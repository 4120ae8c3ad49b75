"""What stands where there is no review: why, and which periods have one."""

from __future__ import annotations

from components import html
from components.network_cards import sentence_parts
from equity.review import is_over
from equity.sentences.review import missing_sentence
from pages._frame import page_main
from pages._review_answer import Answer
from pages._review_cover import quarters_nav


def no_review(answer: Answer) -> html.Main:
    """The page without a review."""
    over = answer.quarter is None or is_over(answer.quarter, answer.catalogue.network)
    said = missing_sentence(answer.said, answer.quarter, is_over=over)
    there = [html.P("There are reviews of:", className="review-instead"), quarters_nav(answer)] if answer.quarters else []
    none = [] if answer.quarters else [html.P("There is none yet: a period must be over, and a team's numbers of it must be in the store.")]
    return page_main(
        "review",
        answer.asked,
        question="There is no review here",
        eyebrow="Review for funders",
        sentence=sentence_parts(said),
        choices=[],
        badges_shown=[],
        cards=[],
        crumbs=[("Network", f"/{answer.asked.selection.kept_query()}"), ("Review", None)],
        beneath=[*there, *none],
    )
