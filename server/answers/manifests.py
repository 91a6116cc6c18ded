"""The add-in's manifest, for wherever the server stands."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit
from xml.sax.saxutils import escape

from server.errors import RedlineError

MANIFEST = Path(__file__).resolve().parents[2] / "addin" / "manifest.xml"
LOCAL = "https://localhost:8443"


class WrongAddress(RedlineError):
    """An address that Office would not load an add-in from."""

    code = "wrong_address"


def manifest_xml(base_url: str = LOCAL) -> str:
    """addin/manifest.xml with every address under `base_url` ("https://redlines.example.com", a path may follow).

    Raises WrongAddress for anything but https, which Office insists on, and for an address with a query, a fragment or a user in it.
    """
    parts = urlsplit(base_url.strip())
    if parts.scheme != "https" or not parts.hostname or parts.query or parts.fragment or "@" in parts.netloc:
        raise WrongAddress(f"{base_url!r} is no address for an add-in.", "Give the server's own, such as https://redlines.example.com.")
    return MANIFEST.read_text("utf-8").replace(LOCAL, escape(base_url.strip().rstrip("/"), {'"': "&quot;"}))
