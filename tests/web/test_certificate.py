"""The development certificate: what a system needs to trust it, and no more than that."""

from __future__ import annotations

import ipaddress
import ssl
import stat
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509

from server.web.certificate import RENEW_DAYS, SERVER_DAYS, provide_certificates

NOW = datetime(2026, 5, 31, 9, tzinfo=UTC)


def load(path: Path) -> x509.Certificate:
    return x509.load_pem_x509_certificate(path.read_bytes())


def test_the_server_certificate_is_for_this_machine_and_lives_397_days(certificates: Path) -> None:
    certificate = load(provide_certificates(certificates, NOW).server.certificate)
    names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert names.get_values_for_type(x509.DNSName) == ["localhost"]
    assert names.get_values_for_type(x509.IPAddress) == [ipaddress.ip_address("127.0.0.1"), ipaddress.ip_address("::1")]
    assert certificate.not_valid_after_utc - certificate.not_valid_before_utc == timedelta(days=SERVER_DAYS)
    assert SERVER_DAYS <= 397


def test_the_authority_signs_it_and_may_vouch_for_nothing_else(certificates: Path) -> None:
    made = provide_certificates(certificates, NOW)
    authority = load(made.authority)
    load(made.server.certificate).verify_directly_issued_by(authority)
    constraints = authority.extensions.get_extension_for_class(x509.NameConstraints)
    assert constraints.critical
    permitted = [str(each.value) for each in constraints.value.permitted_subtrees or ()]
    assert permitted == ["localhost", "127.0.0.0/8", "::1/128"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions; the folder is the user's own")
def test_keys_are_the_users_alone(certificates: Path) -> None:
    provide_certificates(certificates, NOW)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in certificates.glob("*-key.pem")}
    assert modes == {"authority-key.pem": 0o600, "localhost-key.pem": 0o600}


def test_a_second_start_changes_nothing(certificates: Path) -> None:
    first = provide_certificates(certificates, NOW)
    files = {path.name: path.read_bytes() for path in certificates.iterdir()}
    second = provide_certificates(certificates, NOW + timedelta(days=200))
    assert (first.fresh, second.fresh) == (True, False)
    assert {path.name: path.read_bytes() for path in certificates.iterdir()} == files


def test_before_it_ends_the_server_certificate_is_renewed_under_the_same_authority(certificates: Path) -> None:
    made = provide_certificates(certificates, NOW)
    authority, old = made.authority.read_bytes(), load(made.server.certificate).serial_number
    later = provide_certificates(certificates, NOW + timedelta(days=SERVER_DAYS - RENEW_DAYS + 1))
    assert later.authority.read_bytes() == authority
    assert load(later.server.certificate).serial_number != old


def test_damaged_files_are_made_anew(certificates: Path) -> None:
    made = provide_certificates(certificates, NOW)
    made.server.key.write_bytes(b"damaged")
    made.authority.write_bytes(b"damaged")
    again = provide_certificates(certificates, NOW)
    assert again.fresh
    load(again.server.certificate).verify_directly_issued_by(load(again.authority))
    ssl.create_default_context(ssl.Purpose.CLIENT_AUTH).load_cert_chain(again.server.certificate, again.server.key)
