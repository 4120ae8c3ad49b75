"""Mail over a real socket: with TLS that can be trusted, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.mail_server import certificate, mail_server
from web.mail import MailServer

SITE = "https://lantern.example.org"
KNOWN = "lantern:p%40ss%2Fword@"


@pytest.fixture
def pem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The server's certificate, which this machine trusts."""
    made = certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(made))
    return made


def server_at(port: int, scheme: str, user: str = KNOWN) -> MailServer:
    return MailServer(f"{scheme}://{user}127.0.0.1:{port}", "lantern@example.org", SITE)


# The tests' server knows its users by STARTTLS alone.
@pytest.mark.parametrize(("scheme", "user"), [("smtp", KNOWN), ("smtps", "")])
def test_a_mail_goes_over_tls(pem: Path, scheme: str, user: str) -> None:
    with mail_server(pem, from_the_first_byte=scheme == "smtps") as mailbox:
        server_at(mailbox.port, scheme, user).send("ann@example.org", "A subject", "Words.\n")
    (((recipient,), message),) = mailbox.taken
    assert recipient == "ann@example.org" and message.get_content().split() == ["Words."]
    assert {name: message[name] for name in ("From", "To", "Subject", "Auto-Submitted")} == {
        "From": "lantern@example.org",
        "To": "ann@example.org",
        "Subject": "A subject",
        "Auto-Submitted": "auto-generated",
    }
    assert message["Message-ID"].endswith("@lantern.example.org>") and message["Date"]


def test_a_server_without_tls_gets_nothing(pem: Path) -> None:
    with mail_server(None) as mailbox, pytest.raises(OSError, match="STARTTLS"):
        server_at(mailbox.port, "smtp").send("ann@example.org", "A subject", "Words.")
    assert mailbox.taken == []


@pytest.mark.parametrize("scheme", ["smtp", "smtps"])
def test_a_certificate_that_nobody_vouches_for_gets_nothing(tmp_path: Path, scheme: str) -> None:
    with mail_server(certificate(tmp_path), from_the_first_byte=scheme == "smtps") as mailbox, pytest.raises(OSError, match="CERTIFICATE_VERIFY_FAILED"):
        server_at(mailbox.port, scheme).send("ann@example.org", "A subject", "Words.")
    assert mailbox.taken == []


@pytest.mark.parametrize("user", ["lantern:wrong@", ""])
def test_a_server_that_does_not_know_us_is_an_error(pem: Path, user: str) -> None:
    with mail_server(pem) as mailbox, pytest.raises(OSError):
        server_at(mailbox.port, "smtp", user).send("ann@example.org", "A subject", "Words.")
    assert mailbox.taken == []


def test_no_line_break_in_a_recipient_makes_another_header(pem: Path) -> None:
    with mail_server(pem) as mailbox, pytest.raises(ValueError):
        server_at(mailbox.port, "smtp").send("ann@example.org\nBcc: all@example.org", "A subject", "Words.")
    assert mailbox.taken == []


def test_what_is_shown_of_it_has_no_password() -> None:
    assert "p%40ss" not in repr(server_at(25, "smtp"))
