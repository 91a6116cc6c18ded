"""python -m server: the command line, handed the one thing it cannot start itself."""

from __future__ import annotations

import sys

from server.cli import main
from server.settings import Settings


def start(settings: Settings) -> None:
    # loaded here, so that reviewing one file does not wait for a web framework
    from server.web.serve import serve

    serve(settings)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], start))
