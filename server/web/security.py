"""The headers that every answer carries: what a page of ours may load, and who may frame it."""

from __future__ import annotations

from flask import Flask, Response, request

# Word on the web shows the pane in a frame; X-Frame-Options would forbid it (office-js #925), frame-ancestors names who may
OFFICE_FRAMES = "https://*.officeapps.live.com https://*.sharepoint.com https://onedrive.live.com https://*.cloud.microsoft"
PAGE = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    f"base-uri 'none'; form-action 'none'; frame-ancestors 'self' {OFFICE_FRAMES}"
)
# Swagger UI writes style attributes
DOCS = PAGE.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def secure_answers(app: Flask) -> None:
    """Add the headers to every answer of the app, the failed ones too. Answers of the API are never stored."""
    app.after_request(_secure)


def _secure(answer: Response) -> Response:
    for name, value in HEADERS.items():
        answer.headers.setdefault(name, value)
    docs = request.path.startswith("/api/v1/docs")
    answer.headers.setdefault("Content-Security-Policy", DOCS if docs else PAGE)
    if request.path.startswith("/api/") and not docs:
        answer.headers["Cache-Control"] = "no-store"
    return answer
