"""The server process: cheroot over the application, HTTPS by default, stopped in good order."""

from __future__ import annotations

import logging
import signal
import sys
from datetime import UTC, datetime
from types import FrameType

from cheroot import wsgi
from cheroot.ssl.builtin import BuiltinSSLAdapter

from server import review
from server.answers import fault_place
from server.settings import Settings
from server.web.certificate import Certificates, provide_certificates
from server.web.create_app import create_app

STOP_SECONDS = 10

log = logging.getLogger(__name__)


class Server(wsgi.Server):
    """cheroot, with a log that is ours."""

    def error_log(self, msg: str = "", level: int = logging.INFO, traceback: bool = False) -> None:
        """A browser that does not trust the certificate yet is no event. Of an error the place is told: its words may be the contract's."""
        error = sys.exception()
        if level >= logging.WARNING:
            log.log(level, "%s", fault_place(error) if traceback and error else msg)
        else:
            log.debug("%s", msg)


def serve(settings: Settings) -> None:
    """Serve until interrupted (Ctrl-C, SIGTERM); requests under way are finished first.

    Raises RedlineError for a wrong clause library, OSError where the port or the certificate folder is not to be had.
    """
    logging.basicConfig(level=logging.INFO, stream=sys.stderr, format="%(levelname)s %(name)s: %(message)s")
    certificates = None if settings.http else provide_certificates(settings.certificates, datetime.now(UTC))
    server = make_server(settings, certificates)
    server.prepare()
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        _announce(server, settings, certificates)
        server.serve()
    except KeyboardInterrupt:
        print("Stopping ...", file=sys.stderr)  # noqa: T201  this is the terminal's door
    finally:
        server.stop()


def make_server(settings: Settings, certificates: Certificates | None) -> Server:
    """A server that is not yet bound; without certificates it speaks plain HTTP."""
    library = review.library(settings.clauses, settings.clauses_only)
    server = Server(
        (settings.host, settings.port),
        create_app(settings, library),
        numthreads=settings.threads,
        server_name="contract-redliner",
        shutdown_timeout=STOP_SECONDS,
    )
    if certificates:
        server.ssl_adapter = BuiltinSSLAdapter(str(certificates.server.certificate), str(certificates.server.key))
    return server


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _announce(server: Server, settings: Settings, certificates: Certificates | None) -> None:
    scheme = "https" if certificates else "http"
    name = "localhost" if settings.host in {"127.0.0.1", "::1", "localhost"} else settings.host
    lines = [f"Contract Redliner: {scheme}://{name}:{server.bind_addr[1]}/   (stop with Ctrl-C)"]
    if certificates:
        lines.append(f"Your browser will ask about the certificate until your system trusts {certificates.authority}")
    print("\n".join(lines), file=sys.stderr, flush=True)  # noqa: T201
