"""Mail: sent over TLS or not at all, and never on the way of an answer."""

from __future__ import annotations

import smtplib
import ssl
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from urllib.parse import unquote, urlsplit

# Under this name the server's configuration holds the mail server; None = no mail is sent.
MAIL = "LANTERN_MAIL"
SECONDS = 20
PORTS = {"smtp": 587, "smtps": 465}


@dataclass(frozen=True, slots=True)
class MailServer:
    """Who sends mail, from which address, about which site. url: as the setting SMTP_URL has it, checked there."""

    url: str = field(repr=False)
    sender: str
    site: str

    def send(self, recipient: str, subject: str, text: str) -> None:
        """Hand one mail over. Raises OSError (of which smtplib's errors are) where the server does not take it, or has no TLS that can be trusted."""
        with self._connected() as connection:
            parts = urlsplit(self.url)
            if parts.username:
                connection.login(unquote(parts.username), unquote(parts.password or ""))
            connection.send_message(self._message(recipient, subject, text))

    def _connected(self) -> smtplib.SMTP:
        parts, context = urlsplit(self.url), ssl.create_default_context()
        place = (parts.hostname or "", parts.port or PORTS[parts.scheme])
        if parts.scheme == "smtps":
            return smtplib.SMTP_SSL(*place, timeout=SECONDS, context=context)
        connection = smtplib.SMTP(*place, timeout=SECONDS)
        try:
            # A server that does not offer it is an error: nothing is ever sent in the clear.
            connection.starttls(context=context)
        except OSError:
            connection.close()
            raise
        return connection

    def _message(self, recipient: str, subject: str, text: str) -> EmailMessage:
        message = EmailMessage()
        message["From"], message["To"], message["Subject"] = self.sender, recipient, subject
        message["Date"], message["Message-ID"] = formatdate(), make_msgid(domain=urlsplit(self.site).hostname)
        # No answering machine writes back.
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(text)
        return message
