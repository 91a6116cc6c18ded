"""The application: routes, problems, headers and limits put together."""

from __future__ import annotations

from typing import Any

from flask import Response, request
from flask.json.provider import DefaultJSONProvider
from flask_openapi3.models.info import Info
from flask_openapi3.openapi import OpenAPI
from prometheus_client import CollectorRegistry
from werkzeug.exceptions import RequestEntityTooLarge

from server.clauses import Library
from server.settings import Settings
from server.web import schemas
from server.web.api import api
from server.web.docs import docs
from server.web.incoming import InMemory, describe_requests
from server.web.metrics import count_requests, metrics_page
from server.web.pane import pane
from server.web.problems import answer_problems
from server.web.security import secure_answers

INFO = Info(
    title="Contract Redliner",
    version="1",
    description="Reviews a contract for the contractor's side and marks it with proved tracked changes. Documents live in memory only.",
)


class InOrder(DefaultJSONProvider):
    """Keys in the order of the interface, as the command line prints them."""

    sort_keys = False


def create_app(settings: Settings, library: Library) -> OpenAPI:
    """A WSGI application over one clause library, loaded once."""
    app = OpenAPI(__name__, info=INFO, doc_ui=False, security_schemes={}, validation_error_model=schemas.Problem, static_folder=None)
    app.request_class = InMemory
    app.config["MAX_CONTENT_LENGTH"] = settings.max_request
    app.json = InOrder(app)
    app.extensions |= {"settings": settings, "library": library}
    app.components_schemas |= describe_requests()
    answer_problems(app)
    figures = count_requests(app)
    secure_answers(app)
    app.before_request(_refuse_too_large)
    app.register_api(api)
    app.register_blueprint(docs)
    app.register_blueprint(pane)
    _add_plain_routes(app, library, figures)
    return app


def _add_plain_routes(app: OpenAPI, library: Library, figures: CollectorRegistry) -> None:
    app.add_url_rule("/api/v1/openapi.json", "openapi", lambda: app.api_doc)

    @app.get("/healthz", responses={200: schemas.Health}, summary="Whether the server is up")
    def health() -> dict[str, Any]:
        return {"status": "ok", "clauses": len(library.clauses)}

    @app.get(
        "/metrics", responses={200: {"content": {"text/plain": {"schema": {"type": "string"}}}}}, summary="Requests, in Prometheus' format"
    )
    def metrics() -> Response:
        return metrics_page(figures)


def _refuse_too_large() -> None:
    """Before routing, so that the limit holds for every address and no large body is read to be dropped."""
    if (request.content_length or 0) > (request.max_content_length or 0):
        raise RequestEntityTooLarge("The request is larger than this server takes.")
