"""A real server, started as a program, and a real browser (Debian's chromium, driven by playwright; no browser is downloaded)."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser.open_word import word
from tests.browser.word_harness import library
from tests.conftest import ROOT, need, need_program

__all__ = ["library", "word"]

START_SECONDS = 120
# a machine that does other work besides answers late
expect.set_options(timeout=20_000)
# as root, and without the calls home that a closed network refuses
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Server:
    """A server of ours in a process of its own, over plain HTTP on a free port."""

    url: str
    process: subprocess.Popen[bytes]

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=30)


def start_server() -> Server:
    """Raises AssertionError where it does not answer in two minutes."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "server", "serve", "--http", "--port", str(port)]
    process = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, "REDLINER_AUTHOR": "Test Author"}
    )
    url = f"http://127.0.0.1:{port}"
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(f"{url}/healthz", timeout=5) as answer:
                if answer.status == 200:
                    return Server(url, process)
        except OSError:
            assert process.poll() is None, "the server ended at once"
            time.sleep(0.1)
    process.kill()
    raise AssertionError("the server did not answer in two minutes")


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a server that runs as long as the tests do."""
    running = start_server()
    yield running.url
    running.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = need_program("chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A profile of its own for each test; whatever is not this machine is out of reach."""
    made = browser.new_context(viewport={"width": 450, "height": 900}, accept_downloads=True)
    made.set_default_timeout(20_000)
    made.route(lambda url: not url.startswith("http://127.0.0.1"), lambda route: route.abort())
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page that fails the test when a script of ours fails, or the content security policy stops something."""
    faults: list[str] = []
    made = context.new_page()
    made.on("pageerror", lambda error: faults.append(str(error)))
    made.on("console", lambda said: faults.append(said.text) if "Content Security Policy" in said.text else None)
    yield made
    assert faults == []


@pytest.fixture(scope="session")
def axe() -> str:
    """The accessibility checker's own source, from node_modules."""
    source: Path = ROOT / "node_modules" / "axe-core" / "axe.min.js"
    need(source.is_file(), f"axe-core ({source}; npm ci)")
    return source.read_text("utf-8")
