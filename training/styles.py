"""Contracts that look nothing like a filing: how often the topics of a labelled risk are found where the risk stands.

The whole contracts of tests/contracts carry rows of the catalogue, not topics. ROWS names the topics that such a block may
have; it counts as found where at least one of them is answered with yes. This is recall only, and coarse; the contracts held
out are not opened, and none is trained on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from server.contract.topics import find_topics
from server.word import open_docx, read_paragraphs
from tests.contracts.whole import Whole, read_wholes

# a row's own entry, else that of its category
ROWS = {
    "ai_tools": "ai_tools",
    "ai_training": "ai_training license_grant",
    "ai_training/ai_definition": "ai_training ai_tools definitions",
    "ai_training/data_deletion": "ai_training confidentiality post_termination",
    "ai_training/feedback_loop": "ai_training license_grant ip_assignment ip_ownership",
    "ai_training/ownership": "ai_training ip_assignment ip_ownership",
    "ai_training/perpetual_license": "perpetual_license license_grant",
    "ai_training/survival": "ai_training survival",
    "ai_training/work_product_definition": "definitions ip_ownership ip_assignment ai_training",
    "compute": "infrastructure expenses",
    "compute/least_privilege": "security infrastructure data_protection",
    "confidentiality": "confidentiality",
    "confidentiality/portfolio": "publicity confidentiality",
    "data_protection": "data_protection security",
    "disputes": "dispute_resolution governing_law",
    "ethics": "warranty support general",
    "force_majeure": "force_majeure",
    "insurance": "insurance",
    "intellectual_property": "ip_assignment ip_ownership license_grant",
    "intellectual_property/background_ip": "background_ip ip_assignment ip_ownership license_grant",
    "intellectual_property/license_back": "background_ip license_grant ip_assignment ip_ownership",
    "liability": "warranty liability_cap uncapped_liability",
    "liability/broad_indemnity": "indemnity",
    "liability/third_party_data_indemnity": "indemnity",
    "liability/validation_acceptance": "acceptance",
    "mobility": "non_compete exclusivity",
    "mobility/non_solicit": "no_solicit_customers no_solicit_employees",
    "payment": "payment",
    "security": "security infrastructure",
    "security/digital_audit": "audit_rights security",
    "status": "independent_contractor",
    "status/multiple_clients": "exclusivity non_compete independent_contractor",
    "subcontracting": "subcontracting anti_assignment",
    "support": "support warranty",
    "termination": "term_termination termination_convenience post_termination",
    "trade": "export_compliance",
    "trade/location_transparency": "data_protection security independent_contractor services_scope export_compliance",
}


@dataclass(frozen=True, slots=True)
class Style:
    """One contract: its labelled blocks, how many are found, and how many of all its paragraphs have any topic."""

    name: str
    labelled: int
    found: int
    flagged: int
    paragraphs: int


def _topics_of(row: str) -> frozenset[str]:
    return frozenset(ROWS.get(row, ROWS[row.split("/")[0]]).split())


def _wanted(whole: Whole) -> Iterator[tuple[int, frozenset[str]]]:
    for rows_of in (whole.risks, whole.protective):
        for block, rows in sorted(rows_of.items()):
            if rows:
                yield block, frozenset().union(*(_topics_of(row) for row in rows))


def _measure(whole: Whole) -> Style:
    paragraphs = read_paragraphs(open_docx(whole.docx()))
    held: dict[int, set[str]] = {}
    for topic in find_topics(paragraphs):
        if topic.flag:
            held.setdefault(whole.block_of[topic.paragraph], set()).add(topic.name)
    found = [bool(any_of & held.get(block, set())) for block, any_of in _wanted(whole)]
    return Style(whole.name, len(found), sum(found), len(held), len(whole.blocks))


def measure_styles() -> list[Style]:
    """Every contract that is not held out, by name."""
    return [_measure(whole) for whole in read_wholes()]
