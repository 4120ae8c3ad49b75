"""A mail server of the tests' own, on this machine, with TLS under a certificate that is made for it."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import Message
from email.policy import default
from ipaddress import ip_address
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

USER, PASSWORD = b"lantern", b"p@ss/word"


def certificate(folder: Path) -> Path:
    """A file with a key and a certificate of its own for 127.0.0.1."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "tests")])
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(1)
    made = made.not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
    made = made.add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
    made = made.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
    signed = made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
    plain = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (folder / "server.pem").write_bytes(plain + signed)
    return folder / "server.pem"


@dataclass
class Mailbox:
    """What the server took; port: where it listens."""

    port: int = 0
    taken: list[tuple[list[str], Message]] = field(default_factory=list)
    refuses: bool = False

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802  the name that aiosmtpd calls
        if self.refuses:
            return "554 no"
        self.taken.append((envelope.rcpt_tos, message_from_bytes(envelope.content, policy=default)))
        return "250 taken"


class Server(Controller):
    """With or without TLS from the first byte; with STARTTLS where it has a certificate and no TLS yet."""

    def __init__(self, mailbox: Mailbox, pem: Path | None, *, from_the_first_byte: bool) -> None:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH) if pem else None
        if context:
            context.load_cert_chain(pem)
        self.offered = None if from_the_first_byte else context
        super().__init__(mailbox, hostname="127.0.0.1", port=0, ssl_context=context if from_the_first_byte else None)

    def factory(self) -> SMTP:
        asks = {"auth_required": True, "authenticator": knows} if self.offered else {}
        return SMTP(self.handler, tls_context=self.offered, require_starttls=bool(self.offered), auth_require_tls=bool(self.offered), **asks)

    def _trigger_server(self) -> None:
        """Ask for a sign of life at the port that the system chose; a context of the server's is none for asking."""
        self.port = self.server.sockets[0].getsockname()[1]
        with socket.create_connection((self.hostname, self.port), timeout=5):
            pass


def knows(server: SMTP, session: Session, envelope: Envelope, mechanism: str, given: object) -> AuthResult:
    """Lets in who knows user and password."""
    return AuthResult(success=(given.login, given.password) == (USER, PASSWORD))


@contextmanager
def mail_server(pem: Path | None, *, from_the_first_byte: bool = False) -> Iterator[Mailbox]:
    """A server that is up until the end of the block."""
    mailbox = Mailbox()
    server = Server(mailbox, pem, from_the_first_byte=from_the_first_byte)
    server.start()
    mailbox.port = server.port
    try:
        yield mailbox
    finally:
        server.stop()
