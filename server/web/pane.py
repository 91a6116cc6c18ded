"""The pages: everything under addin/ that a browser or Word loads."""

from __future__ import annotations

from pathlib import Path

from flask import Blueprint, Response, send_from_directory

ADDIN = Path(__file__).resolve().parents[2] / "addin"

pane = Blueprint("pane", __name__)


@pane.get("/")
def show_pane() -> Response:
    return send_from_directory(ADDIN, "taskpane.html")


@pane.get("/taskpane.css")
def stylesheet() -> Response:
    return send_from_directory(ADDIN, "taskpane.css")


@pane.get("/<any(js, assets):folder>/<path:name>")
def page_file(folder: str, name: str) -> Response:
    # a system's own table of types may call .js text/plain (Windows), which no browser runs as a module
    return send_from_directory(ADDIN / folder, name, mimetype="text/javascript" if name.endswith(".js") else None)
