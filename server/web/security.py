"""The headers that every answer carries: what a page of ours may load, and who may frame it."""

from __future__ import annotations

from flask import Flask, Response, request

# Word on the web shows the pane in a frame; X-Frame-Options would forbid it (office-js #925), frame-ancestors names who may (#3342)
OFFICE_FRAMES = (
    "https://*.officeapps.live.com https://*.sharepoint.com https://onedrive.live.com https://*.cloud.microsoft https://*.office.com "
    "https://*.microsoft365.com"
)
# office.js and the scripts it loads itself (#1005); its reports of use to other hosts are not let through
OFFICE_SCRIPTS = "https://appsforoffice.microsoft.com https://ajax.aspnetcdn.com"
COMMON = "default-src 'none'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'; "
# office.js writes style attributes (#1687), and so does Swagger UI
PAGE = (
    f"{COMMON}script-src 'self' {OFFICE_SCRIPTS}; style-src 'self' 'unsafe-inline'; "
    f"connect-src 'self' https://appsforoffice.microsoft.com; frame-ancestors 'self' {OFFICE_FRAMES}"
)
DOCS = f"{COMMON}script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; frame-ancestors 'none'"
NOTHING = "default-src 'none'; frame-ancestors 'none'"
# what Word and the browser load for the pane; Word on the web fetches the icons from pages of its own
PANE = ("/js/", "/css/", "/assets/", "/taskpane.css")
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
    answer.headers.setdefault("Content-Security-Policy", _policy(answer, docs))
    if request.path.startswith(PANE):
        answer.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    if request.path.startswith("/api/") and not docs:
        answer.headers["Cache-Control"] = "no-store"
    return answer


def _policy(answer: Response, docs: bool) -> str:
    """A page may load what it needs; what is no page, nothing."""
    if docs:
        return DOCS
    return PAGE if answer.mimetype == "text/html" else NOTHING
