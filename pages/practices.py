"""What are teams trying, and what came of it? Practices in use, changes tested, and actions that can be shown, across teams."""

from __future__ import annotations

import dash
from dash import Output

from components import html
from components.network_cards import eyebrow, sentence_parts
from components.selectors import Badge, Choice
from data_access.change_ledger import drivers
from data_access.practice_use import practices
from data_access.store import reading
from data_access.viewer import Viewer
from equity.listing import Value
from equity.numbers import capitalised, shortened
from equity.selection import Query
from equity.sentences import Sentence
from equity.sentences.practices_page import SPLITS, decisions, practices_sentence
from equity.sentences.team_page import DECISIONS
from pages import _practices_actions as actions
from pages import _practices_calendar as calendar
from pages import _practices_ledger as ledger
from pages._frame import body_outputs, card_outputs, files_of, frame_outputs, origin_of, page_main
from pages._practices_answer import Answer, answer_to, driver_value

CHOICES = ("practice", "tested_on", "decision", "driver", "view")
CARDS = (calendar.CALENDAR, ledger.LEDGER, actions.ACTIONS)
OUTPUTS = [
    *frame_outputs("practices", CHOICES),
    *card_outputs(*CARDS),
    *body_outputs(*(f"{card}-body" for card in CARDS)),
    Output(f"{ledger.LEDGER}-find", "value"),
]
# A select is as wide as its longest words.
OPTION_LETTERS = 60


def layout(viewer: Viewer, query: Query) -> html.Main:
    """The whole page for one address."""
    with reading():
        answer = answer_to(viewer, query)
        found = answer.asked.catalogue
        return page_main(
            "practices",
            answer.asked,
            question="What are teams trying, and what came of it?",
            eyebrow=f"Practices, {eyebrow(found.network, found.events)}",
            sentence=sentence_parts(sentence_of(answer)),
            choices=choices_of(answer),
            badges_shown=badges_of(answer),
            cards=[calendar.calendar_card(answer), ledger.ledger_card(answer), actions.actions_card(answer)],
            faults=answer.faults,
        )


def sentence_of(answer: Answer) -> Sentence:
    """The finding: what is in use, what was tested, what can be shown."""
    return practices_sentence(calendar.title_of(answer), ledger.title_of(answer), actions.title_of(answer))


def choices_of(answer: Answer) -> list[Choice]:
    """Whose stages, which changes, and how the teams of actions are split."""
    chosen, found = answer.selection, answer.asked.catalogue
    options = {
        "practice": ("Practice", "All practices together", [(one.practice_id, one.name) for one in practices(answer.viewer)]),
        "tested_on": ("Changes on", "Any measure", [(one.measure_id, one.name) for one in found.measures]),
        "decision": ("Decision", "Any decision", [(value, capitalised(words)) for value, words in decisions()]),
        "driver": ("Driver", "Any driver", [(driver_value(one), shortened(one, OPTION_LETTERS)) for one in drivers(answer.viewer)]),
        "view": ("Actions", SPLITS[""], [(value, words) for value, words in SPLITS.items() if value]),
    }
    clears = {"practice": (), "view": ()}
    return [Choice(name, label, (("", every), *others), getattr(chosen, name), clears.get(name, ("page",))) for name, (label, every, others) in options.items()]


def badges_of(answer: Answer) -> list[Badge]:
    """What is shown, and what of it the reader chose."""
    quarters = answer.quarters
    kept = [] if answer.practice else [Badge("Practice", "all together", None, doubled=True)]
    period = f"{quarters[0].label} to {quarters[-1].label}" if quarters else "none yet"
    return [*kept, *(chosen_badge(answer, *one) for one in chosen_words(answer)), Badge("Stages", period, None)]


def chosen_words(answer: Answer) -> list[tuple[str, str, str]]:
    """(parameter, name, words) of every choice that the reader made."""
    chosen, measure = answer.selection, answer.selection.tested_on
    said = {
        "practice": ("Practice", answer.practice.name if answer.practice else ""),
        "tested_on": ("Changes on", answer.asked.catalogue.measure(measure).name if measure else ""),
        "decision": ("Decision", DECISIONS.get(chosen.decision, "")),
        "driver": ("Driver", chosen.driver),
        "find": ("Words", f"“{chosen.find}”" if chosen.find else ""),
        "view": ("Actions", SPLITS[chosen.view].lower() if chosen.view else ""),
    }
    return [(parameter, name, words) for parameter, (name, words) in said.items() if words]


def chosen_badge(answer: Answer, parameter: str, name: str, words: str) -> Badge:
    return Badge(name, words, answer.selection.but(**{parameter: "", "page": 1}).to_query())


def context_of(answer: Answer) -> list[tuple[str, Value]]:
    found = answer.asked.catalogue
    shown = "; ".join(f"{name}: {words}" for _, name, words in chosen_words(answer)) or "all"
    return [("network", found.network.name), ("shown", shown), ("as_of", found.network.as_of.isoformat()), *origin_of(found)]


listing_of = files_of(answer_to, context_of)
FILES = {
    "calendar": listing_of(calendar.calendar_listing),
    "ledger": listing_of(ledger.ledger_listing),
    "actions": listing_of(actions.actions_listing),
}

dash.register_page(__name__, name="Practices", path="/practices", order=4, title="Practices · Lantern", layout=layout, outputs=OUTPUTS, listings=FILES)
