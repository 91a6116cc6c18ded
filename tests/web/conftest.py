from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient
from flask_openapi3.openapi import OpenAPI

from server import review
from server.settings import Settings
from server.web.create_app import create_app
from tests.doors import write_clauses

LIMIT = 256 * 1024


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> OpenAPI:
    """The application over a library of one clause, with a small request limit."""
    clauses = write_clauses(tmp_path_factory.mktemp("library") / "clauses")
    settings = Settings(max_request=LIMIT, author="Test Author")
    return create_app(settings, review.library((), (clauses,)))


@pytest.fixture
def client(app: OpenAPI) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def certificates(tmp_path: Path) -> Path:
    return tmp_path / "certificates"
