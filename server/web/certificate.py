"""The development certificate: a local authority made once for this user, and a server certificate it signs.

The authority may vouch for this machine's own names only (a name constraint, RFC 5280 section 4.2.1.10): its key, should it be stolen,
opens nothing else. Apple's systems refuse server certificates that are valid for more than 825 days (398 for public ones): ours live 397.
"""

from __future__ import annotations

import ipaddress
import os
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

SERVER_DAYS = 397
AUTHORITY_DAYS = 3650
RENEW_DAYS = 30
NAMES = ("localhost",)
ADDRESSES = ("127.0.0.1", "::1")
NETWORKS = ("127.0.0.0/8", "::1/128")


@dataclass(frozen=True, slots=True)
class Pair:
    """A certificate and its key, as PEM files."""

    certificate: Path
    key: Path

    def load(self) -> tuple[x509.Certificate, ec.EllipticCurvePrivateKey] | None:
        """Both, or None where a file is missing, damaged or not of our making."""
        try:
            certificate = x509.load_pem_x509_certificate(self.certificate.read_bytes())
            key = serialization.load_pem_private_key(self.key.read_bytes(), password=None)
        except (OSError, ValueError):
            return None
        return (certificate, key) if isinstance(key, ec.EllipticCurvePrivateKey) and certificate.public_key() == key.public_key() else None

    def save(self, certificate: x509.Certificate, key: ec.EllipticCurvePrivateKey) -> None:
        form = serialization.Encoding.PEM
        secret = key.private_bytes(form, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        _write_private(self.key, secret)
        self.certificate.write_bytes(certificate.public_bytes(form))


@dataclass(frozen=True, slots=True)
class Certificates:
    """What the server needs to speak HTTPS, and the authority for the user to trust. fresh: the authority was made just now."""

    server: Pair
    authority: Path
    fresh: bool


def provide_certificates(folder: Path, now: datetime) -> Certificates:
    """The folder's certificates: made if there are none, the server's renewed in its last 30 days. OSError where it cannot be written."""
    folder.mkdir(parents=True, exist_ok=True)
    authority = Pair(folder / "authority.pem", folder / "authority-key.pem")
    server = Pair(folder / "localhost.pem", folder / "localhost-key.pem")
    signer = authority.load()
    fresh = signer is None or _ends_within(signer[0], now, SERVER_DAYS)
    if signer is None or fresh:
        signer = _make_authority(now)
        authority.save(*signer)
    current = server.load()
    if current is None or _ends_within(current[0], now, RENEW_DAYS) or not _signed_by(current[0], signer[0]):
        server.save(*_make_server(now, *signer))
    return Certificates(server, authority.certificate, fresh)


def _ends_within(certificate: x509.Certificate, now: datetime, days: int) -> bool:
    return certificate.not_valid_after_utc < now + timedelta(days=days)


def _signed_by(certificate: x509.Certificate, authority: x509.Certificate) -> bool:
    try:
        certificate.verify_directly_issued_by(authority)
    except Exception:  # noqa: BLE001  the library raises three unrelated kinds; each means: not signed by this one
        return False
    return True


def _make_authority(now: datetime) -> tuple[x509.Certificate, ec.EllipticCurvePrivateKey]:
    key = ec.generate_private_key(ec.SECP256R1())
    name = _name(f"Contract Redliner local authority, made {now.astimezone(UTC):%Y-%m-%d}")
    permitted = [*map(x509.DNSName, NAMES), *(x509.IPAddress(ipaddress.ip_network(each)) for each in NETWORKS)]
    builder = (
        _begin(name, name, key, now, AUTHORITY_DAYS)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(signs_certificates=True), critical=True)
        .add_extension(x509.NameConstraints(permitted_subtrees=permitted, excluded_subtrees=None), critical=True)
    )
    return builder.sign(key, hashes.SHA256()), key


def _make_server(
    now: datetime, authority: x509.Certificate, authority_key: ec.EllipticCurvePrivateKey
) -> tuple[x509.Certificate, ec.EllipticCurvePrivateKey]:
    key = ec.generate_private_key(ec.SECP256R1())
    names = [*map(x509.DNSName, NAMES), *(x509.IPAddress(ipaddress.ip_address(each)) for each in ADDRESSES)]
    builder = (
        _begin(_name("localhost"), authority.subject, key, now, SERVER_DAYS)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(signs_certificates=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(authority_key.public_key()), critical=False)
    )
    return builder.sign(authority_key, hashes.SHA256()), key


def _name(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


def _begin(subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePrivateKey, now: datetime, days: int) -> x509.CertificateBuilder:
    public = key.public_key()
    # an hour back: the clocks of a virtual machine and its host differ
    begins = now - timedelta(hours=1)
    builder = x509.CertificateBuilder(
        subject_name=subject, issuer_name=issuer, public_key=public, serial_number=x509.random_serial_number()
    )
    dated = builder.not_valid_before(begins).not_valid_after(begins + timedelta(days=days))
    return dated.add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)


def _usage(signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def _write_private(path: Path, data: bytes) -> None:
    """Write a file that only the user may read, from its first byte on."""
    path.unlink(missing_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
