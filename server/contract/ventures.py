"""Ventures: contracts in which no side works for the other, and how much it takes to believe that one does all the same."""

from __future__ import annotations

import re

from server.contract.signs import PARTS

_SALE = re.compile(
    r"\b(?:stock|share|equity|unit|membership interest) (?:re)?purchase|\bshare (?:sale|transfer)|\bsubscription agreement"
    r"|\bfuture equity\b|\bmerger\b"
    r"|\b(?:share|stock)holders?['’]? agreement|\bdeed of guarantee|\bguarant(?:ee|y)(?: and indemnity)?(?: agreement)?\b|\bloan agreement"
    r"|\bpromissory note|\bcredit (?:facility|agreement)|\bfacility agreement|\bpledge agreement|\bsecurity agreement"
    r"|\btransition agreement"
)
_TAKEOVER = re.compile(
    r"\b(?:acquisition|purchase|sale) of (?:all |the |of |issued |outstanding |and )*(?:shares|stock|share capital|business)\b"
)
_JOINT = re.compile(r"\bjoint (?:venture|filing|bidding|ownership)|\bmemorandum of understanding|\bletter of intent")
_LIKE = re.compile(
    r"\balliance\b|\bco-?operation\b|\bnon-?compet\w+|\bintellectual property (?:rights )?(?:matters )?agreement|\bcross[- ]licen"
    r"|\bjoint development"
    r"|\bteaming\b|\borderly\b|\bpartnership agreement|\bseparation agreement|\bsettlement\b|\bconsortium\b|\bresearch collaboration"
    r"|\bco-?marketing|\bco-?promotion"
)
_WORK = re.compile(rf"\b{PARTS['GOODS']}\b")
_SHARES = re.compile(r"\b(?:shares|stock|securities|debentures|notes|merger)\b")
# work that is done on securities all the same
_MANDATE = re.compile(
    r"\b(?:re-?marketing|underwriting|(?:sub-?)?advis\w+|administration|custod\w+|(?:transfer|placement|paying|sales) agen\w+|services?"
    r"|consult\w+"
    r"|employment|engagement) (?:agreement|contract|letter)"
)
_NDA = re.compile(
    r"\b(?:non-?\s?disclosure|confidentiality|confidential disclosure|secrecy)(?: (?:and|&) (?!inv|ip|intel|prop|assign"
    r"|develop)[\w-]+){0,2} (?:agreement|deed|undertaking|letter|terms|acknowledge?ment)|\bnda\b",
    re.IGNORECASE,
)
_MUTUAL = re.compile(r"\bmutual (?:non-?\s?disclosure|confidential\w*|nda)|\bjoint filing", re.IGNORECASE)
_BOTH_WAYS = re.compile(
    r"\b(?:disclosing|receiving) party[\"”’]?\)?,? (?:means|is|shall mean|refers to) (?:the|a|any|either|each"
    r"|whichever)\s(?:\w+\s)?part(?:y|ies)\b"
    r"|\beach party \((?:as|the|in)\b|\bthe party (?:disclosing|receiving|that (?:discloses|receives))|\beither party may disclose"
    r"|\beach party may disclose|\bexchange confidential information",
    re.IGNORECASE,
)
# both sides named at once: more than one such word in a hundred is talk of equals
_EACH = re.compile(
    r"\b(?:each|either|both|neither)(?: of)?(?: the)? part(?:y|ies)\b|\bthe parties (?:shall|will|agree|may|hereby|desire|wish)\b"
    r"|\bthe other party\b"
    r"|\bmutual(?:ly)?\b|\bjoint(?:ly)?\b"
)
_HEAD = 400
_OPENING = 1500
_SAMPLE = 100_000
_CLEAR = 0.2
_CLEAR_MUTUAL = 1.0
_CLEAR_LIKE = 3.0
_CLEAR_JOINT = 6.0
_CLEAR_SALE = 9.0
_TITLE = 150


def how_joint(text: str) -> tuple[float, str]:
    """How far apart two parties' conduct must lie for one of them to be the contractor, and what to say where it is nearer."""
    head, sample = text[:_HEAD].lower(), text[:_SAMPLE].lower()
    if is_nda(text):
        return _CLEAR, "neither side is clearly the one that is bound"
    if _SALE.search(head[:_TITLE]) or _TAKEOVER.search(head):
        return _CLEAR_SALE, "nobody works for the other"
    if len(_SHARES.findall(sample)) > 2 * len(_WORK.findall(sample)) and not _MANDATE.search(head):
        return _CLEAR_JOINT, "the contract is about securities, not work"
    together = _CLEAR_JOINT if _JOINT.search(head) else (_CLEAR_LIKE if _LIKE.search(head) else 0.0)
    if together:
        return together, "the sides act together"
    if len(_EACH.findall(sample)) * 100 > len(sample.split()):
        return _CLEAR_MUTUAL, "the sides owe each other the same"
    return _CLEAR, "neither side clearly supplies or pays"


def binds_both(text: str) -> bool:
    """Whether the contract is a mutual NDA (by its title, or an NDA whose either side may disclose) or a joint filing."""
    opening = text[:_OPENING]
    return bool(_MUTUAL.search(opening)) or (is_nda(text) and bool(_BOTH_WAYS.search(text[: 20 * _OPENING])))


def is_nda(text: str) -> bool:
    """Whether the opening calls the contract one of confidentiality."""
    return bool(_NDA.search(text[: _HEAD // 2]))
