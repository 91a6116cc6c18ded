"""Does a text bind someone? Evidence for a contract, and against one: narration, minutes, policies, statutes, advice."""

from __future__ import annotations

import re

_SAMPLE = 60_000
_OPENING = 400
_ENOUGH = 4.0
_NAMED = 2.5
_SHORTEST = 30
_SHORT = 60  # words: below that little can be asked
_ROLE = (
    r"(?:contractor|consultant|client|customer|company|supplier|provider|freelancer|licen[cs]or|licen[cs]ee|vendor|agency|seller|buyer"
    r"|developer|service provider|discloser|recipient|receiving party|disclosing party|employer|employee|distributor|reseller|party|parties"
    r"|founder|sponsor)"
)
_WORK = (
    r"(?:provide|perform|deliver|build|write|train|design|develop|advise|label|annotate|supply|make|create|work|complete|translate|consult|help|edit"
    r"|test|teach)"
)
_FOR = (  # weight, how often it counts at most, pattern
    (
        2.0,
        1,
        r"\bth(?:is|ese) (?:\w+ ){0,3}(?:agreement|contract|deed|letter agreement|terms|sow|nda|order form|addendum|licen[cs]e"
        r"|engagement|subcontract|memorandum|deal|arrangement)\b",
    ),
    (1.0, 2, r"\bhereby\b|\bin consideration of\b|\bparties (?:hereto )?(?:hereby )?agree\b|\bas follows:"),
    (
        1.0,
        3,
        rf"\b(?:the |each |either |neither |both )?{_ROLE}\s(?:also )?(?:shall|will|must|may|agrees?|assigns?|pays?|grants?"
        r"|warrants?|undertakes?)\b",
    ),
    (
        0.5,
        2,
        r"\b(?:governed by|governing law|exclusive jurisdiction|confidential(?:ity)?|indemnif\w+|terminat\w+"
        r"|liab(?:le|ility)|intellectual property)\b",
    ),
    (
        1.5,
        1,
        r"(?m)^\s*(?:signed|agreed(?: and accepted)?|accepted|by|signature)\s*:|\bsign (?:below|and return|here)\b|\bin witness\b"
        r"|\breply (?:ok|yes|with)\b|\b_{6,}",
    ),
    (
        1.5,
        1,
        r"\b(?:to confirm what we agreed|this (?:letter |e-?mail )?confirms|what we(?:'ve| have)? agreed"
        r"|on the terms of|terms below|if you agree|if that'?s (?:fine|ok))\b",
    ),
    (1.5, 1, rf"\b(?:you|we|i)(?:'ll| will| shall| must| agree to)\s(?:\w+\s)?{_WORK}\b"),
    (
        1.5,
        1,
        r"\b(?:we|you|i|client|customer|company)(?:'ll| will| shall| must| agrees? to)?\s(?:\w+\s)?(?:pays?|reimburses?)\b"
        r"|\b(?:fees?|price|rate)\s?:"
        r"|\b(?:fees?|price) (?:is|are|of)\b",
    ),
    (
        1.0,
        2,
        r"\b(?:keep|kept)\b[^.]{0,40}\b(?:confidential|secret|to yourself)\b|\b(?:we|you) (?:will )?(?:own|keep)\b"
        r"|\b(?:is|are|belongs? to) (?:ours|us|yours)\b"
        r"|\byou (?:agree|accept)\b|\byou(?:'re| are) responsible\b|\bdon'?t use it\b|\b(?:days|weeks|months)['’]? notice\b",
    ),
    (1.5, 1, r"\bhereby\s(?:\w+ly\s)?(?:assigns?|grants?|agrees?|accepts?|licen[cs]es?|engages?|appoints?|undertakes?)\b"),
    (1.5, 1, r"\bbetween\b.{3,300}?\([^()]{0,12}[“\"'][^()]{2,40}[”\"'][^()]{0,20}\)"),
    (1.0, 1, r"\b(?:deliverables|services|work product|effective date|statement of work|master (?:\w+ )?agreement)\b"),
)
_AGAINST = (
    (3.0, 1, r"\b(?:claimant|plaintiff|defendant|appellant)s?\b.{0,400}\b(?:sued|judge?ment|appealed|hereby ordered)\b"),
    (3.0, 1, r"\b(?:this article (?:is|was|explains|looks)|no legal advice|not legal advice|every freelancer|should know|ask a lawyer)\b"),
    (2.0, 1, r"\b(?:a|every|any) contract (?:to|for|is|which|that)\b.{0,600}\bthis (?:section|act) applies\b"),
    (2.0, 1, r"\binvoice (?:no|number|#)|\bbill to\b"),
    (2.0, 2, r"[”\"],?\s(?:said|asked|replied|cried)\b|\b(?:said|asked|replied|cried),?\s[“\"]"),
)
_GENRES = re.compile(
    r"\b(?:minutes of|meeting of the board|(?:travel|expenses|staff|leave) policy|court of|high court"
    r"|chapter (?:one|two|\d+)|part \d+\. chapter"
    r"|press release|job description|curriculum vitae|ingredients)\b",
    re.IGNORECASE,
)
_NAMES = re.compile(r"\b[A-Z][\w&.]*\s(?:shall|will|agrees to)\s[a-z]")
_TITLED = re.compile(
    r"\b(?:agreement|contract|terms|statement of work|sow|nda|deed|addendum|order form|licen[cs]e|engagement|undertaking|amendment)\b",
    re.IGNORECASE,
)
_PAST = re.compile(r"\b(?:was|were|had|did|went|came|thought|looked|stood|discussed|opened|closed|led|designed|delivered)\b", re.IGNORECASE)
_BINDS = re.compile(r"\b(?:shall|will|must|agrees?|hereby|undertakes?)\b|'ll\b", re.IGNORECASE)


def binds(text: str, named: bool) -> bool:
    """Whether the text reads as a contract. named: it names its parties, or says by its title what it is."""
    text = text[:_SAMPLE].replace("’", "'")
    if not text.strip():
        return False
    return _weigh(text, named) >= (_ENOUGH if len(text.split()) >= _SHORTEST else _ENOUGH - 1)


def _weigh(text: str, named: bool) -> float:
    low = text.lower()
    weight = _NAMED if named else 0.0
    weight += 1.5 if _TITLED.search(text[:_OPENING]) else 0.0
    weight += sum(each * min(most, len(pattern.findall(low))) for each, most, pattern in _COMPILED_FOR)
    weight += 0.5 * min(4, len(_NAMES.findall(text)))
    weight -= 3.0 if _GENRES.search(text[:_OPENING]) else 0.0
    weight -= sum(each * min(most, len(pattern.findall(low))) for each, most, pattern in _COMPILED_AGAINST)
    binding = len(_BINDS.findall(text))
    if len(_PAST.findall(text)) > max(3, 2 * binding):
        weight -= 2.0
    if not binding and len(text.split()) > _SHORT:
        weight -= 2.0
    return weight


_COMPILED_FOR = tuple((weight, most, re.compile(pattern)) for weight, most, pattern in _FOR)
_COMPILED_AGAINST = tuple((weight, most, re.compile(pattern, re.DOTALL)) for weight, most, pattern in _AGAINST)
