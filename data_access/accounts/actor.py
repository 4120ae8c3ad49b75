"""Who keeps accounts: an administrator, or whoever may run a command on the store."""

from __future__ import annotations

from dataclasses import dataclass

from data_access.accounts.audit import DONE, Line
from data_access.viewer import ADMINISTRATOR, Viewer
from equity.errors import NotAllowed


@dataclass(frozen=True, slots=True)
class Actor:
    """Who makes a change, and from where. account_id: None on the command line."""

    viewer: Viewer
    account_id: int | None
    address: str

    def line(self, what: str, about: str, outcome: str = DONE) -> Line:
        """A line of the trail that names this actor."""
        return Line(what, about, outcome, self.account_id, self.address)


def on_command_line(who: str) -> Actor:
    """The actor of a command: whoever can reach the store's file or password keeps its accounts."""
    return Actor(Viewer(ADMINISTRATOR), None, f"command line, {who}")


def require_administrator(viewer: Viewer) -> None:
    """Raise NotAllowed unless the viewer keeps accounts."""
    if not viewer.is_administrator:
        raise NotAllowed
