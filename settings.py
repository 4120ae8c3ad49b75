"""Every setting from the environment: its name, its default, what it does. Read once, checked before anything is served."""

from __future__ import annotations

import ipaddress
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

REPOSITORY = Path(__file__).resolve().parent
SQLITE = "sqlite:///"
POSTGRESQL = ("postgresql://", "postgresql+psycopg://")
SECRET_KEY_BYTES = 32
FEWEST_SIGNS = 10
KNOWN_KEYS = ("secret", "changeme", "change-me", "change_me", "password", "example", "lantern", "default", "0123456789", "abcdefgh")


class SettingsError(Exception):
    """A setting that cannot be used; its text says which, why, and what to do."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting. part: program, tests (read by tests and bench alone)."""

    name: str
    default: str
    help: str
    part: str = "program"


SETTINGS = (
    Setting("HOST", "127.0.0.1", "Address to listen on. Demo mode takes a loopback address only."),
    Setting("PORT", "8050", "Port to listen on, 1 to 65535."),
    Setting(
        "DATABASE_URL",
        "sqlite:///var/lantern.db",
        "The store: sqlite:///path (a relative path starts at the repository) or postgresql://user:password@host/name.",
    ),
    Setting("LANTERN_MODE", "demo", "demo: nobody signs in, on this machine alone. production: nothing is shown without an account."),
    Setting("SECRET_KEY", "", "Signs sessions. Production mode needs at least 32 bytes that nobody can guess; demo mode needs none."),
    Setting("SECRET_KEY_BEFORE", "", "The key of before, while it is changed: what it signed or sealed is still read. Production mode alone."),
    Setting("TRUSTED_PROXY", "", "Address of the proxy in front, or several with commas: whom it names as the caller is believed. Empty: nobody is."),
    Setting("WEB_CONCURRENCY", "2", "Worker processes, 1 to 64; each has four threads."),
    Setting("LANTERN_BIND_ALL", "0", "1: listen on 0.0.0.0 whatever HOST says. For a container whose port is published on 127.0.0.1 alone."),
    Setting("CHROMIUM", "", "Path of the Chromium for browser tests and bench. Empty: looked for.", "tests"),
    Setting("LANTERN_SHARED", "", "Folder with the real data for tests. Empty: ../shared beside the repository.", "tests"),
    Setting("PUBLIC_URL", "", "Where readers find Lantern: https://lantern.example.org. Stands in mails; needed with SMTP_URL and OIDC_ISSUER."),
    Setting(
        "SMTP_URL",
        "",
        "Mail server that sends links for new passwords: smtps://user:password@host:465, or smtp://user:password@host:587 with STARTTLS. Empty: no mail.",
    ),
    Setting("SMTP_FROM", "", "Address that mails come from. Needed with SMTP_URL."),
    Setting("OIDC_ISSUER", "", "Sign-in by OpenID Connect: the provider's address, https. Empty: by password alone."),
    Setting("OIDC_CLIENT_ID", "", "Sign-in by OpenID Connect: this program's id at the provider."),
    Setting("OIDC_CLIENT_SECRET", "", "Sign-in by OpenID Connect: this program's secret at the provider."),
)


@dataclass(frozen=True, slots=True)
class Settings:
    """What the program runs with, all of it checked."""

    host: str
    port: int
    database_url: str = field(repr=False)
    mode: str
    secret_key: str = field(repr=False)
    web_concurrency: int
    bind_all: bool
    trusted_proxies: tuple[str, ...] = ()
    secret_key_before: str = field(default="", repr=False)
    public_url: str = ""
    smtp_url: str = field(default="", repr=False)
    smtp_from: str = ""
    oidc_issuer: str = ""
    oidc_client_id: str = ""
    oidc_client_secret: str = field(default="", repr=False)

    @property
    def is_demo(self) -> bool:
        return self.mode == "demo"

    @property
    def bind(self) -> str:
        """Address and port as gunicorn writes them."""
        host = "0.0.0.0" if self.bind_all else self.host
        return f"[{host}]:{self.port}" if ":" in host else f"{host}:{self.port}"


def read_settings(environ: Mapping[str, str]) -> Settings:
    """The settings of an environment; an empty value counts as not set.

    Raises   SettingsError for the first that cannot be used: nothing starts on a setting that was misunderstood.
    """
    settings = Settings(
        host=_text(environ, "HOST"),
        port=_whole_number(environ, "PORT", highest=65535),
        database_url=read_database_url(environ),
        mode=_choice(environ, "LANTERN_MODE", ("demo", "production")),
        secret_key=_text(environ, "SECRET_KEY"),
        web_concurrency=_whole_number(environ, "WEB_CONCURRENCY", highest=64),
        bind_all=_choice(environ, "LANTERN_BIND_ALL", ("0", "1")) == "1",
        trusted_proxies=_addresses(environ, "TRUSTED_PROXY"),
        secret_key_before=_text(environ, "SECRET_KEY_BEFORE"),
        public_url=_web_address(environ, "PUBLIC_URL").rstrip("/"),
        smtp_url=_smtp_url(environ),
        smtp_from=_text(environ, "SMTP_FROM"),
        oidc_issuer=_web_address(environ, "OIDC_ISSUER"),
        oidc_client_id=_text(environ, "OIDC_CLIENT_ID"),
        oidc_client_secret=_text(environ, "OIDC_CLIENT_SECRET"),
    )
    _require_together(environ)
    if settings.is_demo:
        _require_loopback(settings)
    else:
        _require_secret_key(settings.secret_key)
    return settings


def read_database_url(environ: Mapping[str, str]) -> str:
    """Address of the store, a relative SQLite path made whole; for commands that serve nothing and need no more.

    Raises   SettingsError where it is neither a SQLite file nor PostgreSQL. The text leaves the value out: it may hold a password.
    """
    url = _text(environ, "DATABASE_URL")
    path = url.removeprefix(SQLITE)
    if url.startswith(SQLITE) and path and path != ":memory:":
        return f"{SQLITE}{REPOSITORY / path}"
    if url.startswith(POSTGRESQL):
        return url
    raise SettingsError("DATABASE_URL is neither sqlite:///path nor postgresql://user:password@host/name. A store in memory cannot be shared by workers.")


def read_keys(environ: Mapping[str, str]) -> tuple[str, str]:
    """The present key and the one before, empty where there was none; for commands that serve nothing.

    Raises   SettingsError where the present one can be guessed.
    """
    _require_secret_key(_text(environ, "SECRET_KEY"))
    return _text(environ, "SECRET_KEY"), _text(environ, "SECRET_KEY_BEFORE")


def _text(environ: Mapping[str, str], name: str) -> str:
    default = next(setting.default for setting in SETTINGS if setting.name == name)
    return environ.get(name, "").strip() or default


def _choice(environ: Mapping[str, str], name: str, choices: tuple[str, ...]) -> str:
    value = _text(environ, name)
    if value not in choices:
        raise SettingsError(f"{name} is {value!r}. It must be one of: {', '.join(choices)}.")
    return value


def _whole_number(environ: Mapping[str, str], name: str, *, highest: int) -> int:
    value = _text(environ, name)
    if not (value.isascii() and value.isdigit() and len(value) < 9 and 1 <= int(value) <= highest):
        raise SettingsError(f"{name} is {value!r}. It must be a whole number from 1 to {highest}.")
    return int(value)


def _addresses(environ: Mapping[str, str], name: str) -> tuple[str, ...]:
    found = tuple(part.strip() for part in _text(environ, name).split(",") if part.strip())
    for address in found:
        if not _is_address(address):
            raise SettingsError(f"{name} has {address!r}, which is no IP address. Name the proxy by the address from which it calls.")
    return found


def _web_address(environ: Mapping[str, str], name: str) -> str:
    """An address without a user, a query or a fragment: https, or http on this machine."""
    value = _text(environ, name)
    parts = _parts(value)
    is_safe = parts.scheme == "https" or (parts.scheme == "http" and (parts.hostname == "localhost" or _is_loopback(parts.hostname or "")))
    if value and not (is_safe and parts.hostname and not (parts.query or parts.fragment or "@" in parts.netloc)):
        raise SettingsError(f"{name} is no address that begins with https://, or with http:// on this machine, and ends before any ?.")
    return value


def _smtp_url(environ: Mapping[str, str]) -> str:
    """The mail server. The refusal leaves the value out: it may hold a password."""
    value = _text(environ, "SMTP_URL")
    parts = _parts(value)
    if value and not (parts.scheme in ("smtp", "smtps") and parts.hostname and parts.path in ("", "/") and not parts.query):
        raise SettingsError("SMTP_URL is neither smtps://user:password@host:465 nor smtp://user:password@host:587. Mail goes over TLS alone.")
    return value


def _parts(address: str) -> SplitResult:
    """The parts of an address; of one that has none or whose port is none, empty ones."""
    try:
        parts = urlsplit(address)
        return parts if parts.port != 0 else urlsplit("")
    except ValueError:
        return urlsplit("")


def _require_together(environ: Mapping[str, str]) -> None:
    """Half of what a thing needs is a mistake, not a smaller thing."""
    for names in (("SMTP_URL", "SMTP_FROM"), ("OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET")):
        given = [name for name in names if _text(environ, name)]
        missing = [name for name in (*names, "PUBLIC_URL") if not _text(environ, name)]
        if given and missing:
            raise SettingsError(
                f"{given[0]} is set, but {', '.join(missing)} is not. Set {', '.join((*names, 'PUBLIC_URL'))}, or none of the first {len(names)}."
            )


def _require_loopback(settings: Settings) -> None:
    if settings.bind_all or settings.host == "localhost" or _is_loopback(settings.host):
        return
    raise SettingsError(
        f"HOST is {settings.host!r}, but demo mode has no sign-in and serves this machine alone. Use 127.0.0.1; "
        "in a container whose port is published on 127.0.0.1 set LANTERN_BIND_ALL=1."
    )


def _is_loopback(host: str) -> bool:
    return _is_address(host) and ipaddress.ip_address(host).is_loopback


def _is_address(host: str) -> bool:
    try:
        return bool(ipaddress.ip_address(host))
    except ValueError:
        return False


def _require_secret_key(key: str) -> None:
    found = len(key.encode())
    if found < SECRET_KEY_BYTES:
        raise SettingsError(f"SECRET_KEY has {found} bytes. Production mode needs at least {SECRET_KEY_BYTES}: openssl rand -hex 32 makes one.")
    # A word typed again and again, or one of those that stand in examples, is long and yet the first thing that is tried.
    letters = key.lower()
    if len(set(letters)) < FEWEST_SIGNS or any(word in letters for word in KNOWN_KEYS):
        raise SettingsError("SECRET_KEY can be guessed: it repeats itself, or holds a word of an example. openssl rand -hex 32 makes one.")


def check(environ: Mapping[str, str]) -> str | None:
    """None where the settings can be used, else the sentence that says why not."""
    try:
        read_settings(environ)
    except SettingsError as error:
        return str(error)
    return None


if __name__ == "__main__":
    sys.exit(check(os.environ))
