from __future__ import annotations

import pytest

from data_access.accounts.actor import Actor, on_command_line, require_administrator
from data_access.accounts.audit import REFUSED, Line
from data_access.viewer import ADMINISTRATOR, ROLES, Viewer
from equity.errors import NotAllowed


def test_an_actor_signs_its_lines() -> None:
    actor = Actor(Viewer(ADMINISTRATOR), 7, "192.0.2.1")
    assert actor.line("role", "account 3") == Line("role", "account 3", "done", 7, "192.0.2.1")
    assert actor.line("role", "account 3", REFUSED).outcome == "refused"


def test_a_command_has_no_account_and_says_who_ran_it() -> None:
    assert on_command_line("ann").line("account", "x") == Line("account", "x", "done", None, "command line, ann")


@pytest.mark.parametrize("role", [*ROLES, "boss", ""])
def test_only_an_administrator_keeps_accounts(role: str) -> None:
    if role == ADMINISTRATOR:
        require_administrator(Viewer(role))
        return
    with pytest.raises(NotAllowed):
        require_administrator(Viewer(role))
