"""Who sees what of a team: its members choose, are told what a choice does not hide, and confirm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Flask, Response, abort, current_app, redirect, request

from data_access.accounts.actor import Actor
from data_access.catalogue import catalogue
from data_access.choice_risks import risks_of
from data_access.choosing import choose
from data_access.team_choices import MeasureChoice, TeamChoices, Wanted, choices_of
from data_access.teams import teams_of
from data_access.visibility import VISIBILITIES
from equity.choice_risks import Risk
from equity.errors import NotOfTheTeam, StoreLocked
from equity.sentences.who_sees import MEANINGS, SHARED_MEANS, risk_words
from web import clock
from web.forms import form_page, say, typed
from web.own_account import me
from web.sessions import DEMO
from web.sign_in import address
from web.viewers import viewer_of_request

PAGE = "/who-sees"
TITLE = "Who sees our numbers?"
LEVELS = "levels"
SHARED, KEPT = "shared", "kept"
UNKNOWN = "Choose one of the choices that are here. Nothing was changed."
UNCONFIRMED = "Read what your choice does not hide, and say that you have read it. Nothing was changed yet."
BUSY = "Data are being loaded just now. Wait a minute, then save again. Nothing was changed."


def answer_who_sees(server: Flask) -> None:
    """Install the page of each team, and the way to one's own."""

    @server.get(PAGE)
    def own_page() -> Response:
        own = min(viewer_of_request().team_ids, default="")
        return redirect(f"{PAGE}/{own}") if own else abort(404)

    @server.get(f"{PAGE}/<team_id>")
    def who_sees(team_id: str) -> str:
        return page_of(choices_or_none(team_id))

    @server.post(f"{PAGE}/<team_id>")
    def save(team_id: str) -> Response | tuple[str, int]:
        now = choices_or_none(team_id)
        if current_app.config[DEMO]:
            abort(403, "The demo keeps no choices.")
        return saved(now)


def choices_or_none(team_id: str) -> TeamChoices:
    """What the team chose; 404 for everybody but its own members: that there is such a team is not told here."""
    try:
        return choices_of(viewer_of_request(), team_id)
    except NotOfTheTeam:
        abort(404)


@dataclass(frozen=True, slots=True)
class Sent:
    """What a member sent: how each measure is to appear, the levels, and how all of it stood on the page that was sent."""

    chosen: dict[str, str]
    stood: dict[str, str]

    @property
    def is_known(self) -> bool:
        """False where a value is none of the choices."""
        levels = {self.chosen[LEVELS], self.stood[LEVELS]}
        measures = {value for part in (self.chosen, self.stood) for name, value in part.items() if name != LEVELS}
        return levels <= {SHARED, KEPT} and measures <= set(VISIBILITIES)

    @property
    def wanted(self) -> Wanted:
        """What is to be otherwise. What another member changed meanwhile and this one left alone is not changed back."""
        changed = {name: value for name, value in self.chosen.items() if value != self.stood[name]}
        levels = changed.pop(LEVELS, None)
        return Wanted({name.removeprefix("m-"): value for name, value in changed.items()}, None if levels is None else levels == SHARED)


def sent(now: TeamChoices) -> Sent:
    names = [field_of(one) for one in now.measures] + [LEVELS]
    return Sent({name: typed(name) for name in names}, {name: typed(f"stood-{name}") for name in names})


def field_of(one: MeasureChoice) -> str:
    return f"m-{one.measure.measure_id}"


def saved(now: TeamChoices) -> Response | tuple[str, int]:
    """Write what is wanted; first the page again with what it does not hide, until that is confirmed."""
    asked = sent(now)
    if not asked.is_known:
        return page_of(now, fault=UNKNOWN), 400
    team_id = now.team.team_id
    risks = risks_of(viewer_of_request(), team_id, asked.wanted)
    if {risk.key for risk in risks} - confirmed():
        return page_of(now, asked, risks=risks, fault=UNCONFIRMED), 400
    try:
        count = choose(Actor(viewer_of_request(), me().account_id, address()), team_id, asked.wanted, clock.now())
    except StoreLocked:
        return page_of(now, asked, risks=risks, fault=BUSY), 503
    say("Saved. It holds from now on." if count else "Nothing was changed.")
    return redirect(f"{PAGE}/{team_id}", 303)


def confirmed() -> set[str]:
    """The risks that stood on the page, where the member says that they were read."""
    return set(request.form.getlist("risk")) if typed("read") else set()


def page_of(now: TeamChoices, asked: Sent | None = None, *, risks: Sequence[Risk] = (), fault: str = "") -> str:
    """The form as things stand, or as it was sent."""
    viewer = viewer_of_request()
    names = {one.measure.measure_id: one.measure.name for one in now.measures}
    policy = catalogue(viewer).network.release_policy
    stands = {field_of(one): one.visibility for one in now.measures} | {LEVELS: SHARED if now.shares_maturity else KEPT}
    return form_page(
        "who_sees.html",
        TITLE,
        fault=fault,
        now=now,
        field_of=field_of,
        meanings=MEANINGS,
        shared_means=SHARED_MEANS,
        stood=asked.stood if asked else stands,
        chosen=asked.chosen if asked else stands,
        risks=[(risk.key, risk_words(risk, measure=names.get(risk.measure_id, ""), policy=policy)) for risk in risks],
        others=[team for team in teams_of(viewer, sorted(viewer.team_ids)) if team.team_id != now.team.team_id],
        is_demo=current_app.config[DEMO],
    )
