"""Settings: defaults that work, and a sentence for each that cannot be used."""

from __future__ import annotations

import pytest

from settings import REPOSITORY, SETTINGS, SettingsError, check, read_database_url, read_settings

KEY = "0f" + "3b9c5a7e1d" * 3


def refusal(**environ: str) -> str:
    with pytest.raises(SettingsError) as caught:
        read_settings(environ)
    return str(caught.value)


def test_an_empty_environment_is_the_demo_on_this_machine_alone() -> None:
    settings = read_settings({})
    assert (settings.mode, settings.is_demo, settings.bind, settings.web_concurrency) == ("demo", True, "127.0.0.1:8050", 2)
    assert settings.database_url == f"sqlite:///{REPOSITORY}/var/lantern.db"


def test_an_empty_value_counts_as_not_set() -> None:
    assert read_settings({setting.name: "" for setting in SETTINGS}) == read_settings({})


def test_settings_cannot_be_changed_once_read() -> None:
    with pytest.raises(AttributeError):
        read_settings({}).port = 1  # type: ignore[misc]


def test_no_two_settings_share_a_name() -> None:
    assert len({setting.name for setting in SETTINGS}) == len(SETTINGS)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.2", "localhost", "::1"])
def test_the_demo_serves_loopback(host: str) -> None:
    assert read_settings({"HOST": host}).host == host


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "::", "example.org", "126.255.255.255", "128.0.0.0"])
def test_the_demo_refuses_an_address_that_others_reach(host: str) -> None:
    assert refusal(HOST=host).startswith(f"HOST is {host!r}, but demo mode has no sign-in")


def test_in_a_container_the_demo_binds_all() -> None:
    assert read_settings({"LANTERN_BIND_ALL": "1", "PORT": "9000"}).bind == "0.0.0.0:9000"


def test_bind_all_is_one_or_nothing() -> None:
    assert read_settings({"LANTERN_BIND_ALL": "0"}).bind == "127.0.0.1:8050"
    assert refusal(LANTERN_BIND_ALL="yes") == "LANTERN_BIND_ALL is 'yes'. It must be one of: 0, 1."


def test_an_address_of_version_six_is_bound_in_brackets() -> None:
    assert read_settings({"HOST": "::1"}).bind == "[::1]:8050"


@pytest.mark.parametrize(("length", "serves"), [(0, False), (31, False), (32, True), (33, True)])
def test_production_needs_a_key_of_32_bytes(length: int, serves: bool) -> None:
    key = (KEY * 2)[:length]
    environ = {"LANTERN_MODE": "production", "SECRET_KEY": key}
    if serves:
        assert read_settings(environ).secret_key == key
    else:
        assert refusal(**environ).startswith(f"SECRET_KEY has {length} bytes. Production mode needs at least 32")


def test_a_key_is_measured_in_bytes() -> None:
    assert not read_settings({"LANTERN_MODE": "production", "SECRET_KEY": "éàüöñçßøåæîôœêâ1é"}).is_demo


@pytest.mark.parametrize(
    "key",
    [
        "k" * 64,
        "01" * 40,
        "change-me-change-me-change-me-12345",
        "my very own secret of 32 bytes ok?",
        "0123456789abcdef0123456789abcdef",
        "a Lantern in the dark, 32 bytes long",
    ],
)
def test_a_key_that_can_be_guessed_is_refused_without_showing_it(key: str) -> None:
    said = refusal(LANTERN_MODE="production", SECRET_KEY=key)
    assert said.startswith("SECRET_KEY can be guessed")
    assert key not in said


@pytest.mark.parametrize(("value", "proxies"), [("", ()), ("10.0.0.2", ("10.0.0.2",)), (" 10.0.0.2 , ::1,", ("10.0.0.2", "::1"))])
def test_proxies_are_named_by_their_addresses(value: str, proxies: tuple[str, ...]) -> None:
    assert read_settings({"TRUSTED_PROXY": value}).trusted_proxies == proxies


@pytest.mark.parametrize("value", ["*", "proxy.example", "10.0.0.0/8", "10.0.0.2 10.0.0.3", "10.0.0.2,*"])
def test_a_proxy_that_is_no_address_is_refused(value: str) -> None:
    assert refusal(TRUSTED_PROXY=value).startswith("TRUSTED_PROXY has ")


def test_production_may_serve_others() -> None:
    assert read_settings({"LANTERN_MODE": "production", "SECRET_KEY": KEY, "HOST": "0.0.0.0"}).bind == "0.0.0.0:8050"


@pytest.mark.parametrize("mode", ["Demo", "prod", "productions", "0"])
def test_an_unknown_mode_is_refused(mode: str) -> None:
    assert refusal(LANTERN_MODE=mode) == f"LANTERN_MODE is {mode!r}. It must be one of: demo, production."


@pytest.mark.parametrize("port", ["1", "65534", "65535"])
def test_a_port_within_its_bounds_is_taken(port: str) -> None:
    assert read_settings({"PORT": port}).port == int(port)


@pytest.mark.parametrize("port", ["0", "65536", "-1", "80.5", "http", "٣", "9" * 5000])
def test_a_port_that_is_none_is_refused(port: str) -> None:
    assert refusal(PORT=port) == f"PORT is {port!r}. It must be a whole number from 1 to 65535."


@pytest.mark.parametrize(("workers", "serves"), [("0", False), ("1", True), ("64", True), ("65", False)])
def test_workers_have_bounds(workers: str, serves: bool) -> None:
    assert (check({"WEB_CONCURRENCY": workers}) is None) == serves


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("sqlite:///var/real.db", f"sqlite:///{REPOSITORY}/var/real.db"),
        ("sqlite:////srv/real.db", "sqlite:////srv/real.db"),
        ("postgresql://lantern@store/lantern", "postgresql://lantern@store/lantern"),
        ("postgresql+psycopg:///lantern?host=/run", "postgresql+psycopg:///lantern?host=/run"),
    ],
)
def test_a_store_is_a_sqlite_file_or_postgresql(url: str, expected: str) -> None:
    assert read_database_url({"DATABASE_URL": url}) == expected


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///", "sqlite:///:memory:", "mysql://host/name", "var/lantern.db", "postgres://u:hidden@h/n"])
def test_another_store_is_refused_without_showing_its_password(url: str) -> None:
    said = refusal(DATABASE_URL=url)
    assert said.startswith("DATABASE_URL is neither sqlite:///path nor postgresql://")
    assert "hidden" not in said


def test_a_command_that_serves_nothing_needs_no_key() -> None:
    assert read_database_url({"LANTERN_MODE": "production"}) == read_settings({}).database_url


def test_secrets_are_not_shown_when_settings_are_printed() -> None:
    shown = repr(read_settings({"LANTERN_MODE": "production", "SECRET_KEY": KEY, "DATABASE_URL": "postgresql://u:hidden@h/n"}))
    assert KEY not in shown
    assert "hidden" not in shown


def test_a_check_says_in_one_sentence_what_is_wrong() -> None:
    assert check({}) is None
    assert check({"PORT": "0"}) == "PORT is '0'. It must be a whole number from 1 to 65535."


MAIL = {"SMTP_URL": "smtps://u:p%40x@mail.example.org", "SMTP_FROM": "lantern@example.org", "PUBLIC_URL": "https://lantern.example.org/"}


def test_mail_needs_all_of_its_settings() -> None:
    found = read_settings(MAIL)
    assert (found.smtp_url, found.smtp_from, found.public_url) == (MAIL["SMTP_URL"], "lantern@example.org", "https://lantern.example.org")
    assert "p%40x" not in repr(found)
    for missing in MAIL:
        said = refusal(**{name: value for name, value in MAIL.items() if name != missing})
        assert f"{missing} is not" in said or missing == "SMTP_URL" and "SMTP_URL is not" in said
    assert read_settings({"PUBLIC_URL": "http://localhost:8050"}).smtp_url == ""


@pytest.mark.parametrize("url", ["mail.example.org", "http://mail.example.org", "smtp://", "smtps://host/path", "smtps://host:99999", "smtp://u:secret@host:x"])
def test_a_mail_server_that_is_none_is_refused_without_showing_its_password(url: str) -> None:
    said = refusal(**{**MAIL, "SMTP_URL": url})
    assert said.startswith("SMTP_URL is neither") and "secret" not in said


@pytest.mark.parametrize(
    "url", ["lantern.example.org", "http://lantern.example.org", "https://", "https://u@lantern.example.org", "https://x.org?a=b", "ftp://x.org"]
)
def test_an_address_that_readers_cannot_trust_is_refused(url: str) -> None:
    assert refusal(**{**MAIL, "PUBLIC_URL": url}).startswith("PUBLIC_URL is no address")


OPENID = {"OIDC_ISSUER": "https://id.example.org", "OIDC_CLIENT_ID": "lantern", "OIDC_CLIENT_SECRET": "hidden", "PUBLIC_URL": "https://lantern.example.org"}


def test_openid_needs_all_of_its_settings_and_an_address_that_can_be_trusted() -> None:
    found = read_settings(OPENID)
    assert (found.oidc_issuer, found.oidc_client_id, found.oidc_client_secret) == ("https://id.example.org", "lantern", "hidden")
    assert "hidden" not in repr(found)
    for missing in OPENID:
        assert f"{missing} is not" in refusal(**{name: value for name, value in OPENID.items() if name != missing}).replace(", ", " is not, ")
    assert refusal(**{**OPENID, "OIDC_ISSUER": "http://id.example.org"}).startswith("OIDC_ISSUER is no address")
