"""File names as lawyers give them: party, document, what it is, date."""

from __future__ import annotations

import re

from server.model import Contract

KINDS = {
    "msa": "MSA",
    "sow": "SOW",
    "nda": "NDA",
    "consulting": "Consulting Agreement",
    "license": "License Agreement",
    "letter": "Letter",
    "terms": "Terms",
    "addendum": "Addendum",
    "dpa": "DPA",
    "order_form": "Order Form",
}
# What Windows, macOS or a mail program won't have in a name.
UNFIT = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f{}\[\]]+')
PRONOUNS = frozenset(("you", "we", "i"))
LONGEST = 60


def file_name(contract: Contract, what: str, date: str, suffix: str) -> str:
    """ "Client - MSA - redline 2026-11-22.docx". date: ISO; suffix: with its point. The other side is left out where it has no name."""
    return f"{file_stem(contract)} - {_fit(f'{what} {date}')}{suffix}"


def file_stem(contract: Contract) -> str:
    """ "Client - MSA": what the names of all files about a contract begin with."""
    return " - ".join(part for part in (_fit(counterparty(contract)), document_name(contract)) if part)


def counterparty(contract: Contract) -> str:
    """The other side as it is called: its short name, but not a pronoun; "" where there is none."""
    others = [party for party in contract.parties if not party.is_me]
    them = next((party for party in others if party.role == "client"), others[0] if others else None)
    return _called(them.name, them.short) if them else ""


def my_name(contract: Contract) -> str:
    """Our side's full name, "" where it is not known."""
    return next((_called(party.name, ()) for party in contract.parties if party.is_me), "")


def document_name(contract: Contract) -> str:
    """What kind of document it is, in a word or two."""
    return KINDS.get(contract.kind, "Agreement")


def _called(name: str, short: tuple[str, ...]) -> str:
    return next((one for one in (name, *short) if one and one.lower() not in PRONOUNS and not UNFIT.search(one)), "")


def _fit(part: str) -> str:
    return " ".join(UNFIT.sub(" ", part).split())[:LONGEST].strip(" .")
