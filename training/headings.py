"""Labels from headings: what a CUAD paragraph is about for the product's own topics, which CUAD does not label.

A paragraph under "Confidentiality" that speaks of confidential things is taken as confidentiality; one without any of the
topic's words as not; the rest counts little, for nobody has read it.
"""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from server.contract.topic_phrases import TOPICS

HEADINGS = {
    "acceptance": r"accept(?:ance|ing)|inspection and (?:test|accept)|sign[- ]?off",
    "background_ip": r"(?:background|pre-?existing|prior|retained) (?:ip|intellect|technolog|invention|material|work)",
    "change_control": r"change (?:order|control|request|management|procedure)|^changes$|additional (?:work|services)",
    "confidentiality": r"confidential|non-?disclosure|proprietary information|trade secret",
    "data_protection": r"data (?:protection|privacy|processing)|privacy|personal (?:data|information)",
    "definitions": r"definition|defined terms|interpretation|certain terms|construction",
    "dispute_resolution": (r"dispute|arbitration|mediation|jurisdiction|venue|litigation|jury|injunctive|equitable relief|attorneys' fees"),
    "expenses": r"expenses|reimburse|costs|out-of-pocket",
    "export_compliance": r"export|sanction|anti-?(?:corruption|bribery)|fcpa|corrupt practices",
    "force_majeure": r"force majeure|acts? of god|excus(?:ed|able) (?:performance|delay)",
    "general": (
        r"entire agreement|severab|waiver|counterpart|amendment|modification|headings|captions|miscellan|general|integration"
        r"|construction|successors|further assurances|binding effect"
    ),
    "indemnity": r"indemnif|indemnit|hold harmless",
    "independent_contractor": r"independent contractor|relationship|no (?:agency|partnership|joint venture)|status of|employment status",
    "infrastructure": r"hosting|infrastructure|hardware|equipment and|cloud|systems? access",
    "ip_ownership": r"ownership|intellectual property|proprietary rights|title|trademarks?$|reservation of rights",
    "notices": r"^notices?\b|notification",
    "payment": r"payment|fees?\b|compensation|price|pricing|invoic|royalt|billing|consideration|taxes",
    "publicity": r"publicity|press release|public (?:announcement|statement|disclosure)|announcement|use of name",
    "security": r"security|safeguard|data breach",
    "services_scope": (
        r"scope|^services|services to be|statements? of work|deliverables|provision of (?:the )?services"
        r"|performance of (?:the )?services|engagement|duties|obligations of"
    ),
    "subcontracting": r"sub-?contract|delegation|third party providers",
    "support": r"support|maintenance|service levels?|help desk|uptime",
    "survival": r"surviv",
    "term_termination": r"\bterm\b|terminat|duration|renewal|expiration",
    "warranty": r"warrant|representation|disclaimer",
}
COMPILED = {topic: re.compile(pattern, re.IGNORECASE) for topic, pattern in HEADINGS.items()}
LEAD = re.compile(r"^\W*(?:(?:article|section|clause)\s+)?[\dIVXivx]*(?:\.\d+)*[.)]?\s*(?:\(\w+\)\s*)?([A-Z][^.:;]{2,60})[.:]")
LITTLE = 0.15
Matrix = NDArray[np.float32]


def inline_heading(text: str) -> str:
    """ "Confidentiality" of "7.1 Confidentiality. Each party ..."; "" where the paragraph has none."""
    found = LEAD.match(text)
    return found.group(1) if found and len(found.group(1).split()) <= 8 else ""


def named_topics(texts: list[str], heading: list[int]) -> list[set[str]]:
    """For each paragraph the topics that its own heading, or else the one above it, names."""
    answer = []
    for at, text in enumerate(texts):
        title = inline_heading(text) or (texts[heading[at]] if heading[at] >= 0 else "")
        answer.append({topic for topic, pattern in COMPILED.items() if pattern.search(title)})
    return answer


def label_by_headings(named: list[set[str]], speaks: NDArray[np.bool_]) -> tuple[Matrix, Matrix]:
    """(truth, weight), both (paragraphs, TOPICS). speaks: whether the topic's loose pattern matches the paragraph."""
    truth = np.zeros(speaks.shape, dtype=np.float32)
    weight = np.where(speaks, LITTLE, 1.0).astype(np.float32)
    for at, topics in enumerate(named):
        for topic in topics:
            column = TOPICS.index(topic)
            truth[at, column] = speaks[at, column]
            weight[at, column] = 1.0 if speaks[at, column] else 0.0
        if len(topics) == 1:
            others = speaks[at] & (truth[at] == 0)
            weight[at, others] = 0.5
    return truth, weight
