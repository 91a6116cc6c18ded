"""The pages: everything under addin/ that a browser or Word loads.

Page, styles and scripts are asked after at each visit (no-cache with an entity tag: a pane after an update is never half old); pictures are
kept for a day, for Word wants icons that it may keep (no `no-cache` on them).
"""

from __future__ import annotations

from pathlib import Path

from flask import Blueprint, Response, send_from_directory

DAY = 24 * 60 * 60
ADDIN = Path(__file__).resolve().parents[2] / "addin"

pane = Blueprint("pane", __name__)


@pane.get("/")
def show_pane() -> Response:
    return send_from_directory(ADDIN, "taskpane.html")


@pane.get("/taskpane.css")
def stylesheet() -> Response:
    return send_from_directory(ADDIN, "taskpane.css")


@pane.get("/<any(js, css, assets):folder>/<path:name>")
def page_file(folder: str, name: str) -> Response:
    # a system's own table of types may call .js text/plain (Windows), which no browser runs as a module
    mimetype = "text/javascript" if name.endswith(".js") else None
    return send_from_directory(ADDIN / folder, name, mimetype=mimetype, max_age=DAY if folder == "assets" else None)
