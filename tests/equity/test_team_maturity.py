from __future__ import annotations

import pytest

from equity.maturity import shown_level
from equity.rater_spread import RaterSpread
from equity.team_maturity import TeamDomain, TeamMaturity, lacks_evidence, team_domains, weightiest_rater
from tests.equity.test_maturity import DOMAINS, scores_of


def test_every_domain_of_the_framework_is_there_in_its_order():
    within, together = team_domains(scores_of("a 2025-07-01 coach c together - 2 -"), DOMAINS)
    assert within == TeamDomain("within", "Leading from within")
    assert (together.then, together.now, together.raters) == (None, 2, RaterSpread(None, 2, None, 2, 2, 1))
    assert (within.move, together.move) == (0, 0)


@pytest.mark.parametrize(("then", "now", "move"), [(2, 4, 2), (3, 3, 0), (4, 1, -3)])
def test_a_move_counts_levels_since_the_start(then, now, move):
    domains = team_domains(scores_of(f"a 2025-07-01 coach c within - {then} -\n a 2026-07-01 coach c within - {now} -"), DOMAINS)
    assert domains[0].move == move


@pytest.mark.parametrize(
    ("table", "lacks"),
    [
        ("a 2025-07-01 consensus x within - 2 seen\n a 2026-01-01 consensus x within - 3 -", True),
        ("a 2025-07-01 consensus x within - 2 -\n a 2026-01-01 consensus x within - 3 seen", False),
        # no move, a move down, one round alone
        ("a 2025-07-01 consensus x within - 2 -\n a 2026-01-01 consensus x within - 2 -", False),
        ("a 2025-07-01 consensus x within - 3 -\n a 2026-01-01 consensus x within - 2 -", False),
        ("a 2025-07-01 consensus x within - 3 -", False),
        # evidence that came later for the same level, or for a higher one, holds; that of a lower level does not
        ("a 2025-07-01 consensus x within - 2 -\n a 2026-01-01 consensus x within - 3 -\n a 2026-05-01 consensus x within - 3 seen", False),
        ("a 2025-07-01 consensus x within - 2 -\n a 2026-01-01 consensus x within - 4 seen\n a 2026-05-01 consensus x within - 3 -", False),
        ("a 2025-07-01 consensus x within - 2 -\n a 2026-01-01 consensus x within - 3 seen\n a 2026-05-01 consensus x within - 4 -", True),
        # only whoever's level is shown can bring it
        ("a 2025-07-01 consensus x within - 2 -\n a 2026-01-01 consensus x within - 3 -\n a 2026-01-01 coach c within - 3 seen", True),
        # of several members one is enough
        ("a 2025-07-01 self x within - 2 -\n a 2026-01-01 self x within - 3 -\n a 2026-01-01 self y within - 3 seen", False),
        # one of two items moved up without evidence; a score of the whole domain counts for nothing beside items
        ("a 2025-07-01 coach c within i 2 -\n a 2026-01-01 coach c within i 3 seen\n a 2026-01-01 coach c within - 4 -", False),
        (
            "a 2025-07-01 coach c within i 2 -\n a 2026-01-01 coach c within i 3 seen\na 2025-07-01 coach c within k 2 -\n a 2026-01-01 coach c within k 3 -",
            True,
        ),
    ],
)
def test_an_up_move_needs_evidence_for_the_level_that_is_shown(table, lacks):
    assert lacks_evidence(scores_of(table)) is lacks


def test_a_domain_that_did_not_move_up_is_never_unsupported():
    # Item k went up without evidence, item i down: the domain's median (lower of two) stays at 2.
    table = "a 2025-07-01 coach c within i 3 -\n a 2026-01-01 coach c within i 2 -\n a 2025-07-01 coach c within k 2 -\n a 2026-01-01 coach c within k 3 -"
    assert lacks_evidence(scores_of(table))
    assert shown_level(scores_of(table)).now == 2
    assert team_domains(scores_of(table), DOMAINS)[0].unsupported is False


@pytest.mark.parametrize(("raters", "shown"), [(("self", "coach", "consensus"), "consensus"), (("self", "coach"), "coach"), (("self",), "self"), ((), "")])
def test_agreed_levels_come_before_the_coachs_and_those_before_the_teams_own(raters, shown):
    assert weightiest_rater(scores_of("\n".join(f"a 2025-07-01 {rater} r within - 2 -" for rater in raters)) if raters else ()) == shown


def test_a_team_says_whether_it_was_scored_once_or_twice():
    never, once, twice = TeamDomain("a", "A"), TeamDomain("a", "A", None, 2), TeamDomain("a", "A", 2, 2)
    assert [(one.is_scored, one.is_scored_twice) for one in (TeamMaturity("t", "T", True, (domain,)) for domain in (never, once, twice))] == [
        (False, False),
        (True, False),
        (True, True),
    ]
