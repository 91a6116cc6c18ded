"""The server on a real socket: HTTPS that a client verifies, large refusals that arrive, an end in good order."""

from __future__ import annotations

import http.client
import json
import logging
import os
import signal
import ssl
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from server.settings import Settings
from server.web.certificate import provide_certificates
from server.web.serve import make_server
from tests.doors import contract, write_clauses

ROOT = Path(__file__).resolve().parents[2]
LIMIT = 128 * 1024


@contextmanager
def running(tmp_path: Path, secure: bool) -> Iterator[http.client.HTTPConnection]:
    """A server in a thread, and a connection to it that trusts the local authority only."""
    certificates = provide_certificates(tmp_path / "certificates", datetime.now(UTC)) if secure else None
    settings = Settings(port=0, max_request=LIMIT, clauses_only=(write_clauses(tmp_path / "clauses"),))
    server = make_server(settings, certificates)
    server.prepare()
    thread = threading.Thread(target=server.serve, daemon=True)
    thread.start()
    port = server.bind_addr[1]
    if certificates:
        context = ssl.create_default_context(cafile=certificates.authority)
        connection: http.client.HTTPConnection = http.client.HTTPSConnection("localhost", port, timeout=20, context=context)
    else:
        connection = http.client.HTTPConnection("localhost", port, timeout=20)
    try:
        yield connection
    finally:
        connection.close()
        server.stop()
        thread.join(10)


def multipart(data: bytes) -> tuple[bytes, dict[str, str]]:
    head = b'--b\r\nContent-Disposition: form-data; name="document"; filename="a.docx"\r\n\r\n'
    return head + data + b"\r\n--b--\r\n", {"Content-Type": "multipart/form-data; boundary=b"}


def test_a_contract_is_reviewed_over_https_with_a_certificate_that_holds(tmp_path: Path) -> None:
    body, headers = multipart(contract())
    with running(tmp_path, secure=True) as connection:
        connection.request("POST", "/api/v1/review", body, headers)
        answer = connection.getresponse()
        assert answer.status == 200
        assert json.loads(answer.read())["findings"]


def test_plain_http_is_there_when_asked_for(tmp_path: Path) -> None:
    with running(tmp_path, secure=False) as connection:
        connection.request("GET", "/healthz")
        assert json.loads(connection.getresponse().read())["status"] == "ok"


@pytest.mark.parametrize("path", ["/api/v1/review", "/nothing"])
def test_a_refusal_of_a_large_request_reaches_its_sender(tmp_path: Path, path: str) -> None:
    body, headers = multipart(b"x" * 20 * LIMIT)
    with running(tmp_path, secure=False) as connection:
        connection.request("POST", path, body, headers)
        answer = connection.getresponse()
        assert (answer.status, json.loads(answer.read())["code"]) == (413, "too_large")


def test_a_chunked_request_over_the_limit_is_refused_too(tmp_path: Path) -> None:
    body, headers = multipart(b"x" * 4 * LIMIT)
    with running(tmp_path, secure=False) as connection:
        pieces = (body[at : at + 8192] for at in range(0, len(body), 8192))
        connection.request("POST", "/api/v1/review", pieces, {**headers, "Transfer-Encoding": "chunked"}, encode_chunked=True)
        answer = connection.getresponse()
        assert (answer.status, json.loads(answer.read())["code"]) == (413, "too_large")


def test_an_error_in_the_server_s_own_work_is_logged_by_its_place_only(caplog: pytest.LogCaptureFixture) -> None:
    server = make_server(Settings(port=0), None)
    try:
        raise KeyError("Contractor gives unlimited warranty")
    except KeyError as error:
        server.error_log(repr(error), level=logging.ERROR, traceback=True)
    assert "KeyError at test_serve.py" in caplog.text
    assert "unlimited" not in caplog.text


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGTERM")
@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_program_in_good_order(tmp_path: Path, sign: signal.Signals) -> None:
    command = [sys.executable, "-m", "server", "--port", "0", "--clauses-only", str(write_clauses(tmp_path / "clauses"))]
    environment = {**os.environ, "REDLINER_CERTIFICATES": str(tmp_path / "certificates")}
    heard = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)  # a shell's background jobs, and what they start, ignore it
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True, env=environment, preexec_fn=heard) as process:
        assert process.stderr
        assert "https://localhost:" in process.stderr.readline()
        started = time.monotonic()
        process.send_signal(sign)
        try:
            rest = process.communicate(timeout=20)[1]
        finally:
            process.kill()
    assert process.returncode == 0
    assert time.monotonic() - started < 15
    assert "Traceback" not in rest


def test_a_port_that_is_taken_is_one_line(tmp_path: Path) -> None:
    with running(tmp_path, secure=False) as connection:
        command = [sys.executable, "-m", "server", "--http", "--port", str(connection.port)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1 and str(connection.port) in done.stderr
