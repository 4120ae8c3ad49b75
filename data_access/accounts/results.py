"""What the functions of accounts give back."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from data_access.viewer import COACH, TEAM_MEMBER, Viewer

WRONG, CODE_NEEDED, CODE_WRONG, WAIT = "wrong", "code_needed", "code_wrong", "wait"
NO_ACCOUNT, LINK_DEAD, PASSWORD_WEAK, STEP_OVER = "no_account", "link_dead", "password_weak", "step_over"
WORDS = {
    WRONG: "The e-mail or the password is not right.",
    CODE_NEEDED: "Enter the six-digit code that your app shows, or a recovery code.",
    CODE_WRONG: "The code is not right, or was used before. Wait for the next one and enter that.",
    WAIT: "Too many tries. Wait a little, then try again.",
    NO_ACCOUNT: "No account here belongs to this sign-in. Ask your network's administrator.",
    STEP_OVER: "The time for the code is over. Sign in again.",
    LINK_DEAD: "This link was used before or is too old. Ask for a new one.",
}


@dataclass(frozen=True, slots=True)
class Account:
    """A person who may sign in. last_visit: the latest sign-in of an earlier visit, since which things are new."""

    account_id: int
    email: str
    name: str
    role: str
    team_ids: tuple[str, ...]
    is_disabled: bool
    has_password: bool
    has_second_factor: bool
    created: datetime
    last_sign_in: datetime | None
    last_visit: datetime | None

    @property
    def viewer(self) -> Viewer:
        """Who asks, when this account does."""
        teams = frozenset(self.team_ids)
        return Viewer(self.role, teams if self.role == TEAM_MEMBER else frozenset(), teams if self.role == COACH else frozenset(), since=self.last_visit)


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A new session. The token is for the browser's cookie; it is stored nowhere."""

    account: Account
    token: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class SecondStep:
    """The password was right; a code is still asked for. The token is for the browser's cookie; it is stored nowhere."""

    token: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Refused:
    """Why something was not done, as a code and in words; wait_seconds: from when on it may be tried again."""

    why: str
    wait_seconds: int = 0
    said: str = ""

    @property
    def words(self) -> str:
        """The reason, for whoever asked."""
        return self.said or WORDS[self.why]


@dataclass(frozen=True, slots=True)
class Session:
    """A session that holds. ends: when it ends whatever is done in it."""

    account: Account
    ends: datetime

    @property
    def viewer(self) -> Viewer:
        """Who asks in this session: the account as it is now, not as it was when the session began."""
        return self.account.viewer


@dataclass(frozen=True, slots=True)
class OpenSession:
    """A session that holds, as its owner is told of it. name: what its owner ends it by, of no use to anybody else."""

    name: str
    started: datetime
    last_seen: datetime
    address: str
    browser: str
    is_this: bool


@dataclass(frozen=True, slots=True)
class NoSession:
    """Why a token opens nothing: none, idle, expired, ended or disabled."""

    why: str
