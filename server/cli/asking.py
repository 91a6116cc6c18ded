"""What the options ask for, as the flow knows it: settings, library, request."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError
from pydantic_settings import SettingsError

from server import review
from server.clauses import Library
from server.cli.failures import WRONG_USE, Failure
from server.settings import Settings


def settings_of(**given: Any) -> Settings:
    """The settings of the environment under those of the command line. Raises Failure (2) naming the wrong ones."""
    try:
        return Settings(**given)
    except SettingsError as error:
        raise Failure(WRONG_USE, f"{error}. Correct it in the environment.") from None
    except ValidationError as error:
        names = ", ".join(f"REDLINER_{each['loc'][0]}".upper() for each in error.errors())
        raise Failure(WRONG_USE, f"{names}: not a usable value. Correct it in the environment.") from None


def library_of(given: dict[str, Any]) -> Library:
    settings = settings_of()
    return review.library(given["clauses"] or settings.clauses, given["clauses_only"] or settings.clauses_only)


def request_of(given: dict[str, Any]) -> review.Request:
    return review.Request(
        library=library_of(given),
        me=given["me"],
        settings=dict(given["settings"]),
        select=given["select"],
        rung=given["rung"],
        signature=settings_of().signature(given["author"], given["date"]),
        comments=not given["no_comments"],
    )
