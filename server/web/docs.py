"""The API's readable documentation: Swagger UI from the installed package, no CDN and no inline script."""

from __future__ import annotations

from importlib.resources import files

from flask import Blueprint, Response, send_from_directory

ASSETS = str(files("flask_openapi3_swagger") / "templates" / "swagger")
PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Contract Redliner: the API</title>
<link rel="icon" href="/api/v1/docs/assets/images/swagger.svg">
<link rel="stylesheet" href="/api/v1/docs/assets/css/swagger-ui.css">
</head>
<body>
<div id="docs"></div>
<script src="/api/v1/docs/assets/js/swagger-ui-bundle.js"></script>
<script src="/api/v1/docs/start.js"></script>
</body>
</html>
"""
# validatorUrl would send the description to a service on the internet
START = """SwaggerUIBundle({ url: "/api/v1/openapi.json", dom_id: "#docs", deepLinking: true, validatorUrl: null });
"""

docs = Blueprint("docs", __name__, url_prefix="/api/v1/docs")


@docs.get("")
def show_docs() -> Response:
    return Response(PAGE, mimetype="text/html")


@docs.get("/start.js")
def start_script() -> Response:
    return Response(START, mimetype="text/javascript")


@docs.get("/assets/<path:name>")
def asset(name: str) -> Response:
    return send_from_directory(ASSETS, name)
