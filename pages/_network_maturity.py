"""The maturity card of the Network page: a radar, never alone."""

from __future__ import annotations

from components import html
from components import network_cards as words
from components.cards import card, card_foot, chart
from components.definition_card import framework_url
from components.maturity_card import maturity_table, wordings
from data_access.frameworks import Framework, frameworks
from data_access.network_maturity import network_maturity
from equity import listing as listings
from equity.listing import Listing
from equity.maturity_profile import DomainProfile, MaturityProfile
from figures.maturity import DomainLevels, maturity_levels_figure, maturity_radar_figure
from pages._network_answer import Answer, csv_url


def framework_of(answer: Answer) -> tuple[Framework, MaturityProfile] | tuple[None, None]:
    """The first framework that teams were scored on, and where they stand."""
    scored = ((framework, network_maturity(answer.viewer, framework)) for framework in frameworks(answer.viewer))
    return next(((framework, profile) for framework, profile in scored if profile.teams), (None, None))


def wording_of(framework: Framework, domain: DomainProfile) -> str:
    """What the middle team's level says in this domain; empty where it was not scored or has no words."""
    step = framework.wording(domain.domain_id, domain.now) if domain.now is not None else None
    return step.wording if step else ""


def maturity_cards(answer: Answer) -> list[html.Section]:
    """Radar and dumbbells of the first framework that teams were scored on; never one without the other."""
    framework, profile = framework_of(answer)
    if framework is None:
        return []
    levels = [DomainLevels(domain.label, domain.then, domain.now, wording_of(framework, domain)) for domain in profile.domains]
    steps = [(level, framework.wording("", level) or framework.wording(framework.domains[0].domain_id, level)) for level in profile.levels]
    radar = chart("network-radar-chart", maturity_radar_figure(levels, highest=profile.levels[-1]), said_by="network-maturity-said")
    rows = chart(
        "network-levels-chart", maturity_levels_figure(levels, [(level, step.label if step else "") for level, step in steps]), said_by="network-maturity-said"
    )
    head = words.maturity_head("network-maturity", profile, framework.name, "domain")
    said = [
        (domain.domain, level, step.label, step.wording)
        for domain in framework.domains
        for level in profile.levels
        if (step := framework.wording(domain.domain_id, level))
    ]
    table = html.Div([maturity_table(profile, caption=f"{framework.name}, version {framework.version}"), *wordings(said)])
    foot = card_foot(
        source=f"{framework.name}, version {framework.version}. Levels are ordered words, so the middle team is shown.",
        table=table,
        csv_url=csv_url("maturity", answer),
        defined=framework_url(framework.key),
        method="maturity",
    )
    return [
        card(
            "network-maturity",
            head=head,
            body=[html.Div([html.Div(radar, className="span-5"), html.Div(rows, className="span-7")], className="sheet")],
            foot=foot,
        )
    ]


def maturity_listing(answer: Answer) -> Listing:
    framework, profile = framework_of(answer)
    return listings.maturity_listing(framework.name, framework.version, profile) if framework else Listing(("domain",), ())
