"""Which section a topic is dealt with in: by its heading, else by the topics the contract's reading found."""

from __future__ import annotations

import re
from collections import Counter

from server.clauses.operative import top_row, within
from server.model import Contract

_HEADINGS = {
    "confidentiality": r"confiden|non-?disclosure|secrecy|proprietary information|trade secrets?|obligations? of (?:the )?(?:receiv|recip)",
    "liability": r"(?:limit|exclu|cap)\w* (?:of|on|to) (?:\w+ )?(?:liab|damages|remed)|liabilit|damages (?:waiver|limit)",
    "indemnity": r"indemn|hold harmless",
    "intellectual_property": r"intellectual|ip rights|\bip\b|work product|ownership|deliverables|proprietary rights|inventions?|copyright"
    r"|work (?:made )?for hire",
    "license_grant": r"licen[cs]e|rights? of use|usage rights|use of (?:deliverables|results|work)",
    "ai_training": r"artificial intelligence|\bai\b|machine.learning|training data|model training",
    "data_protection": r"data (?:protection|processing|privacy|security)|privacy|personal (?:data|information)|gdpr",
    "warranty": r"warrant|representations|disclaimer",
    "payment": r"payment|fees|compensation|invoic|charges|price|remuneration",
    "termination": r"terminat|term and|\bterm\b|cancellation",
    "services": r"services|scope|statement of work|the work|engagement|performance",
    "acceptance": r"acceptance",
    "support": r"support|maintenance",
    "force_majeure": r"force majeure|events? beyond|acts? of god",
    "governing_law": r"governing law|applicable law|jurisdiction|law and",
    "disputes": r"dispute|arbitrat|mediation",
    "insurance": r"insurance",
    "non_compete": r"non-?compet|restrictive covenant|competition|exclusiv",
    "no_solicit_employees": r"non-?solicit",
    "status": r"independent contractor|relationship|status",
    "anti_assignment": r"assign|subcontract",
    "survival": r"surviv",
    "definitions": r"definitions?|interpretation",
    "general": r"general|miscellaneous|other terms",
}
_ALIASES = {
    "liability_cap": "liability",
    "uncapped_liability": "liability",
    "limitation_of_liability": "liability",
    "ip_assignment": "intellectual_property",
    "ip": "intellectual_property",
    "ownership": "intellectual_property",
    "perpetual_license": "license_grant",
    "licence": "license_grant",
    "license": "license_grant",
    "subcontracting": "anti_assignment",
    "post_termination": "termination",
}
_ASIDE = re.compile(
    r"^\W*(?:definition|exclusion|exception|return|term\b(?! (?:and|&|or) )|duration|survival)|exclu(?:sion|ded)|excepti", re.IGNORECASE
)
_KINDS = ("provision", "definitions")


def canonical(topic: str) -> str:
    """A topic's name in the heading table; a name not in it is taken as heading words itself."""
    name = topic.strip().lower().replace(" ", "_").replace("-", "_")
    return _ALIASES.get(name, name)


def headed(topic: str, heading: str) -> bool:
    """Whether a heading announces the topic."""
    name = canonical(topic)
    words = _HEADINGS.get(name, re.escape(name.replace("_", " ")))
    return re.search(words, heading, re.IGNORECASE) is not None


def section_on(contract: Contract, topic: str) -> int | None:
    """The operative section (its index) on a topic: headed so, top ones first; else the top section with most of the topic's paragraphs.

    The contract's title, its contents list and its schedules are no such sections.
    """
    sections = contract.sections
    titled = [n for n in _titled(contract, topic) if within(contract, n)]
    if titled:
        return min(titled, key=lambda n: (_ASIDE.search(sections[n].heading) is not None, _depth(contract, n), n))
    names = _names(topic)
    marked = Counter(
        n
        for found in contract.topics
        if found.flag and found.name in names
        for n in top_row(contract)
        if sections[n].first <= found.paragraph <= sections[n].last
    )
    return min(marked, key=lambda n: (-marked[n], n)) if marked else None


def has_topic(contract: Contract, topic: str) -> bool:
    """Whether the contract deals with a topic at all."""
    names = _names(topic)
    return bool(_titled(contract, topic)) or any(found.flag and found.name in names for found in contract.topics)


def _titled(contract: Contract, topic: str) -> list[int]:
    """The sections whose heading announces a topic."""
    return [
        n for n, section in enumerate(contract.sections) if section.kind in _KINDS and section.heading and headed(topic, section.heading)
    ]


def _names(topic: str) -> set[str]:
    """A topic's name and its other names."""
    return {topic, canonical(topic)} | {alias for alias, name in _ALIASES.items() if name == canonical(topic)}


def _depth(contract: Contract, index: int) -> int:
    depth, parent = 0, contract.sections[index].parent
    while parent is not None:
        depth, parent = depth + 1, contract.sections[parent].parent
    return depth
