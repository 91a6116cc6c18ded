"""Paraphrases by people who had not seen the rules: what is found of the sealed ones, at least as much as was last measured (.62, .87)."""

from __future__ import annotations

import json

import pytest

from tests.contracts.paraphrases import FILE, FOUND, library, measure


@pytest.mark.slow
def test_sealed_risks_are_found_and_near_misses_left_alone() -> None:
    counted, _ = measure("closed")
    assert counted["risky"] >= 0.6 * counted["risky of"] > 0
    assert counted["safe"] >= 0.85 * counted["safe of"] > 0


def test_every_paraphrase_names_a_rule_a_kind_and_two_sides_and_stands_once() -> None:
    records = [json.loads(line) for line in FILE.read_text("utf-8").splitlines()]
    rules = {clause.id for clause in library().clauses}
    assert {record["rule"] for record in records} <= rules
    assert {record["kind"] for record in records} == set(FOUND)
    assert all(record["me"] and record["them"] for record in records)
    assert len({(record["rule"], record["text"]) for record in records}) == len(records)
