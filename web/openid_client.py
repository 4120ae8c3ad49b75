"""Asking an OpenID provider, and taking its word only where it was checked to be its word."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from flask import Flask, current_app

from data_access.accounts.openid import Claims

if TYPE_CHECKING:
    from authlib.integrations.flask_client import FlaskOAuth2App

# Under this name the server's configuration holds the provider, None = there is none; and a session, that it was begun there.
OPENID = "LANTERN_OPENID"
SECONDS = 10
# A minute between two machines' clocks.
LEEWAY = 60


@dataclass(frozen=True, slots=True)
class OpenIdProvider:
    """Who the provider is, as whom it knows us, and at which site."""

    issuer: str
    client_id: str
    client_secret: str = field(repr=False)
    site: str


class WrongWord(Exception):
    """What came is not what this provider would say of somebody who just signed in."""


def no_answer() -> tuple[type[Exception], ...]:
    """What is raised where no answer came, or none that is one. Named when it is asked for: its library is large."""
    from requests.exceptions import RequestException

    return (RequestException,)


def failures() -> tuple[type[Exception], ...]:
    """The same, and what is raised where an answer does not hold."""
    from authlib.common.errors import AuthlibBaseError
    from joserfc.errors import JoseError

    return (*no_answer(), AuthlibBaseError, JoseError, WrongWord)


def provider_client(server: Flask) -> FlaskOAuth2App | None:
    """A client of the provider, with PKCE, that learns its addresses by discovery; None where no provider is named."""
    named = server.config[OPENID]
    if named is None:
        return None
    # 14 MB, which a worker needs at the first sign-in of this kind only.
    from authlib.integrations.flask_client import OAuth

    return OAuth(server).register(
        "organization",
        client_id=named.client_id,
        client_secret=named.client_secret,
        server_metadata_url=f"{named.issuer.rstrip('/')}/.well-known/openid-configuration",
        client_kwargs={"scope": "openid email", "code_challenge_method": "S256", "default_timeout": SECONDS},
    )


def metadata_of(client: FlaskOAuth2App) -> dict[str, object]:
    """What the provider says of itself. Raises WrongWord where it is another one; one of failures()."""
    found = client.load_server_metadata()
    if found.get("issuer") != current_app.config[OPENID].issuer:
        raise WrongWord
    return found


def identity_of(client: FlaskOAuth2App) -> Claims:
    """Who the provider says has just signed in. Signature, issuer, audience, nonce, time and state are checked.

    Raises   one of failures().
    """
    issuer = current_app.config[OPENID].issuer
    metadata_of(client)
    options = {"iss": {"essential": True, "value": issuer}, "aud": {"essential": True, "value": client.client_id}}
    token = client.authorize_access_token(claims_options=options, leeway=LEEWAY)
    told = token.get("userinfo")
    if not told or not told.get("sub"):
        raise WrongWord
    said = told if "email" in told else client.userinfo(token=token)
    if said.get("sub") != told["sub"]:
        raise WrongWord
    return Claims(issuer, told["sub"], str(said.get("email") or ""), said.get("email_verified") is True)


def end_address(client: FlaskOAuth2App, back: str) -> str | None:
    """Where one signs out at the provider, and comes back from; None where it has no such place."""
    found = metadata_of(client)
    if not found.get("end_session_endpoint"):
        return None
    return client.create_logout_url(post_logout_redirect_uri=back, client_id=client.client_id)["url"]
