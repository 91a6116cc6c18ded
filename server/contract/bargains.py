"""What a bargain is made of, in whatever style: who does what, for how much, whose it is then, how it ends, and a place to agree."""

from __future__ import annotations

import re

from server.contract.role_words import ROLE_WORDS

_PARTY = (
    r"(?:(?:the|each|either|neither|both|one)\s)?(?:\w+[- ])?(?:"
    + "|".join(sorted(word for word in ROLE_WORDS if word.isalpha() and len(word) > 3))
    + r"|[a-z]{4,}(?:grapher|maker|holder|wright)|undersigned|couple|part(?:y|ies)|of us)s?"
)
_DOES = (
    r"(?:provides?|pays?|deliver(?:s|ed)?|keeps?|owns?|suppl(?:y|ies)|receives?|supports?|sends?|gives?|uses?|remains?|retains?"
    r"|assigns?|grants?"
    r"|licen[cs]es?|warrants?|agrees?|undertakes?|confirms?|certif(?:y|ies)|permits?|reports?|invoices?|bills?|replaces?|corrects?|repairs?"
    r"|performs?|builds?|makes?|trains?|tests?|writes?|designs?|develops?|edits?|teach(?:es)?|advises?|hosts?|maintains?|translates?"
    r"|reviews?|accepts?|returns?|reimburses?|books?|bears?|carr(?:y|ies)|may|shall|will|must|can|does|do|is|are|has|have|ends?"
    r"|looks? after)"
)
_MONEY = (
    r"(?:[$£€¥₹]|\b(?:usd|eur|gbp|chf|cad|aud|inr|rs\.?|kr)\s?)\s?\d|\b\d[\d.,]*\s?(?:euros?|dollars|pounds|rupees|francs|eur"
    r"|usd|gbp|chf|cents)\b"
)
_FIELD = re.compile(
    r"(?:^|\n|   |\t)\s*(?:the )?(?:\w+ )?("
    + "|".join(sorted(word for word in ROLE_WORDS if word.isalpha() and len(word) > 3))
    + r"|fees?|rates?|prices?|charges|total|payment(?: terms)?|term|delivery|deliverables|scope|services?|start|deadline|acceptance"
    r"|rights|credit"
    r"|law|courts?|notice|milestones?|engagement|work|project|job|copyright|money|scope of work|timeline|investment|parties"
    r"|conditions|cancellation"
    r"|subscription term|item \d+|you do|we do)(?:\s?\([^()\n]{1,30}\))?\s?:(?=\s)"
)
_TERMS = (
    ("price", 1.0, rf"\b(?:fees?|price|rate|total|retainer|deposit|charges?|investment|pays?|paid|earns?|funds?|receives?|earnings)\b"
     rf"[^.\n]{{0,60}}?(?:{_MONEY})|(?:{_MONEY})[\d.,]*\s?(?:per|an?|each|/|plus)\s?\w"),
    ("payment", 1.0, r"\b(?:payable|due|paid|invoic\w+|payment|billed|balance|pays?)\b[^.\n]{0,70}?\b(?:days|weeks?|months?|monthly|weekly"
     r"|on (?:signing|delivery|receipt|completion|acceptance)|in advance|up front|friday)\b|\bnet \d\d\b|%\s?on\b|\bhalf (?:now|up front)"),
    ("rights", 1.0, r"\b(?:copyright|rights?(?: of use)?|ownership|title|\bip\b|work product|know-how|results?|data|files|model|copy|design"
     r"|annotations|code|deliverables|property|it|what (?:you|i|we) \w+)\b[^.;\n]{0,80}?\b(?:pass(?:es)?|belongs?|remains?|stays?"
     r"|vests?|transfers?"
     r"|goes|is|are|becomes?)\s(?:\w+\s){0,3}?(?:to|with|in|yours|ours|mine|hers|his|theirs|\w+'s)\b|\b(?:is|are) (?:ours|yours)\b"
     r"|\b(?:we|you|i|client|customer|company|developer|publisher|supplier) (?:own|keep|retain)s?\b|\ba licen[cs]e (?:for|to)\b"
     r"|\bpermission to\b|\bassigns? (?:all|to|any)\b|\blicen[cs]es? (?:your|the|my|its|his|her)\b"),
    ("exit", 1.0, r"\b(?:either|each) (?:of us|party|side)\b[^.\n]{0,40}\b(?:ends?|stops?|terminat\w+|cancels?)\b"
     r"|\b(?:days|weeks?|months?)'?s? (?:written |prior )?notice\b|\bterminable\b|\bkill fee\b|\bnotice: |\b(?:cancel\w*)\b[^.\n]{0,60}"
     r"\b(?:days|hours|full|charged|payable)\b|\b(?:contract|agreement|licen[cs]e|arrangement|engagement) (?:ends|runs|lasts|renews)\b"
     r"|\brenews for\b|\bwants? out\b"),
    ("law", 1.0, r"\b(?:law|jurisdiction|courts?) (?:applies|governs?|is\b|:)|\blaws?(?: of [\w ]{3,30})? (?:applies|governs)"
     r"|\bgoverned by\b"
     r"|\blaws?: |\bplace of jurisdiction\b"),
    ("secrecy", 1.0, r"\bconfidential\w*\b|\bsecret\b|\bto nobody else\b|\bnon-disclosure\b"),
    ("liability", 1.0, r"\b(?:not|n't|without) (?:be )?liable\b|\bliability\b[^.\n]{0,60}\b(?:limited|exceed|exclu|cap)"
     r"|\bas (?:it is|they are|is)\b,?"
     r"|\bwithout (?:any )?warrant|\bwarrants?\b|\bdefective\b|\bindemnif|\bnon-refundable\b|\binsurance\b|\bnot an employee\b"
     r"|\bare independent\b"),
    ("signing", 1.5, r"_{4,}|\.{8,}|\bcountersign|\bsign(?:ed)? (?:below|in duplicate|by both|and return|here)\b|\bduly signed\b"
     r"|\bauthori[sz]ed signatory\b|\bsigned \(|\breply (?:with )?['\"“‘]?(?:agreed|ok|yes|accept)|\btake this as agreed\b"
     r"|\bthe undersigned\b"
     r"|\bby (?:accepting|signing|opening|downloading|clicking|submitting|using|placing|instructing)\b[^.\n]{0,70}\b(?:agrees?"
     r"|confirms?|accepts?)\b"
     r"|\b(?:date|last) of the last signature\b|\bboth have it in writing\b"),
    ("deal", 1.0, r"\bwhat we(?:'ve| have)? agreed\b|\bhere's the deal\b|\bthese terms\b|\b(?:our|the|this|an) (?:arrangement|deal"
     r"|contract|agreement)\b"
     r"|\bthis (?:order|licen[cs]e|release|form|letter|booking|purchase order|engagement|assignment|subcontract|quote)\b"
     r"|\bform part of\b|\bparties to an? \b|\bare binding\b|\bengage (?:you|your)\b|\bconfirming the\b"),
)  # fmt: skip
_TITLED = re.compile(
    r"\b(?:agreement|contract|terms|statement of work|sow|nda|deed|addendum|amendment|order|licen[cs]e|engagement|undertaking"
    r"|booking|release"
    r"|confirmation|subcontract|deal memo|proposal|quote|retainer|confidentiality|arrangement|commission|certificate of|assignment)\b"
)
_COMPILED = tuple((name, weight, re.compile(pattern)) for name, weight, pattern in _TERMS)
_DUTY = re.compile(rf"(?:(?:^|[.;:,\n]\s*|\bthat |\bif |\band |\d\s|- )(?:{_PARTY}|you|we|i))\s(?:\w+ly\s|also\s|only\s)?(?:{_DOES})\b")
_OPENING = 120
_MOST_DUTIES = 3
_FEW_FIELDS, _MANY_FIELDS = 3, 5


def weigh_bargain(text: str, named: bool) -> float:
    """How much of a bargain the text has: one point or so for each kind of term, however often it comes. named: as in `binds`."""
    low = text.lower().replace("’", "'")
    weight = 1.0 if named else 0.0
    weight += 1.0 if _TITLED.search(low[:_OPENING]) else 0.0
    weight += sum(each for _, each, pattern in _COMPILED if pattern.search(low))
    weight += 0.5 * min(_MOST_DUTIES, len(_DUTY.findall(low)))
    fields = len(set(_FIELD.findall(low)))
    return weight + (2.0 if fields >= _MANY_FIELDS else 1.0 if fields >= _FEW_FIELDS else 0.0)
