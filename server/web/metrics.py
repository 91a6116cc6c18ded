"""Figures for whoever runs the server, in Prometheus' text format: requests by route, method and status, and how long they took.

Nothing of a contract is counted or named: a route is that of the program, not the address asked for.
"""

from __future__ import annotations

import time

from flask import Flask, Response, g, request
from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4

SECONDS = (0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)


def count_requests(app: Flask) -> CollectorRegistry:
    """Count every request of the app from now on; the figures so far are in the registry."""
    registry = CollectorRegistry()
    requests = Counter("redliner_requests", "Requests answered", ("route", "method", "status"), registry=registry)
    seconds = Histogram("redliner_request_seconds", "Seconds to an answer", ("route",), buckets=SECONDS, registry=registry)

    @app.before_request
    def begin() -> None:
        g.began = time.perf_counter()

    @app.after_request
    def count(answer: Response) -> Response:
        route = request.url_rule.rule if request.url_rule else "none"
        method = request.method if request.method in ("GET", "HEAD", "POST", "OPTIONS") else "other"
        requests.labels(route, method, str(answer.status_code)).inc()
        if began := g.get("began"):
            seconds.labels(route).observe(time.perf_counter() - began)
        return answer

    return registry


def metrics_page(registry: CollectorRegistry) -> Response:
    return Response(generate_latest(registry), content_type=CONTENT_TYPE_PLAIN_0_0_4)
