"""Material that is not in the repository: the public corpus and what else lies beside it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def shared(*parts: str) -> Path:
    """A file or folder of the shared material: in SHARED_DIR, else in ../shared beside the project.

    Where it is absent the test is skipped, with a reason; in CI, where it must be there, the test fails.
    """
    base = Path(os.environ.get("SHARED_DIR") or ROOT.parent / "shared")
    path = base.joinpath(*parts)
    if not path.exists():
        reason = f"no shared material at {path}: set SHARED_DIR to where it is"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return path
