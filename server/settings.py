"""One Settings: what a door may be told from outside. Doors only; rooms get plain values.

Every field can be set in the environment: REDLINER_PORT=9000, REDLINER_CLAUSES='["my/clauses"]'.
"""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from server.model import Signature

MEGABYTE = 1024 * 1024


def user_folder() -> Path:
    """This program's folder among the user's own files, as each system wants it; not created here."""
    home = Path.home()
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = home / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    return base / "contract-redliner"


class Settings(BaseSettings):
    """How the program runs. max_request: bytes of a whole request, base64 and form included; threads: requests worked on at once."""

    model_config = SettingsConfigDict(env_prefix="REDLINER_", frozen=True, extra="ignore")

    host: str = "127.0.0.1"
    port: int = Field(default=8443, ge=0, le=65535)
    http: bool = False
    clauses: tuple[Path, ...] = ()
    clauses_only: tuple[Path, ...] = ()
    author: str = Field(default="Contract Redliner", min_length=1)
    max_request: int = Field(default=64 * MEGABYTE, ge=1024)
    threads: int = Field(default=4, ge=1)
    certificates: Path = Field(default_factory=lambda: user_folder() / "certificates")

    def signature(self, author: str = "", date: datetime | None = None) -> Signature:
        """Who marks, and when: the configured author where none is given; the present second where no date is (only doors read the clock).

        A date without a zone is taken as UTC.
        """
        name = " ".join(author.split()) or self.author
        moment = date or datetime.now(UTC).replace(microsecond=0)
        moment = moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
        return Signature(name, moment, "".join(word[0] for word in name.split())[:4].upper())
