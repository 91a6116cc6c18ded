"""Texts that are no contract though they speak of one: articles, laws, judgments, invoices, minutes, policies, calls for tenders."""

from __future__ import annotations

import re

_OPENING = 150
_SAMPLE = 6_000  # a long contract has something of everything in it; what a text is, its beginning says
_MARKS = (  # weight, fewest occurrences, pattern
    (3.0, 2, r"\?(?=\s|$)"),
    (3.0, 1, r"\b(?:an?|most|many|some) (?:(?!this|the|such)\w+[ -]){0,4}(?:agreements?|contracts?|ndas?|msas?)(?: \([^()]{1,20}\))?,?"
     r" (?:is|are|contains?|commonly|typically|often|usually|can|should)\b|\balso known as an?\b"),
    (3.0, 1, r"\bthis act\b|\b(?:commits an offence|is guilty of|takes effect on|be it enacted|legislature|in force from)\b"),
    (3.0, 2, r"\b(?:summary judge?ment|appell\w+|respondent|claimant|plaintiff|defendant|district court|we (?:affirm|reverse)\b"
     r"|the court(?:'s)? (?:finds|found|held|below|of appeal)|neutral citation|judge\b|counsel for|submits that|a court will)\b"),
    (3.0, 1, r"\b(?:iban|amount due|total due|services rendered|still outstanding|reminder|remittance)\b.{0,400}\b(?:invoice|total"
     r"|net|pay)"),
    (3.0, 1, r"\bkey achievements\b|\breferences (?:are )?available\b|\bwork experience\b|\bto whom it may concern\b"
     r"|\bi am pleased to recommend\b"),
    (3.0, 1, r"\bthis (?:policy|notice|guide|article|memo|memorandum|standard|report|paper|post|page|statement|code|handbook"
     r"|booklet|section)"
     r" (?:explains|sets out|describes|applies|covers|outlines|looks|is about|tells|gives)\b|\bpolicy owner\b"
     r"|\bpersonal data we collect\b"),
    (3.0, 1, r"\b(?:invites? (?:proposals|tenders|bids|quotations)|request for (?:proposals?|quotations?|tenders?)"
     r"|proposals? (?:must|will be)"
     r"|tenderers?|bidders?)\b"),
    (3.0, 1, r"(?m)^[ \t]*(?:attending|present|attendees|apologies|in attendance)\s?:|\bnext meeting\b|\bany other business\b|\baob\b"),
    (3.0, 1, r"\b(?:is|are) (?:looking for|hiring|recruiting|seeking)\b|\bapply (?:with|now|by|online)\b|\byour cv\b"
     r"|\bsend (?:us )?your (?:cv|application)"
     r"|\bsubscribe (?:for|to (?:our|the|my))\b|\b(?:talk|write) to us today\b|\bget in touch\b|\blearn more\b|\bclick here\b"
     r"|\bread more\b"),
    (3.0, 1, r"\btoday announced\b|\bannounced (?:today|that|on)\b|[\"”],? sa(?:id|ys)\b|\bsa(?:id|ys),? [\"“]"),
    (3.0, 1, r"\bin this (?:paper|post|study|essay|chapter|guide|blog)\b|\bwe (?:show|study|propose|present) (?:that|how|a|an"
     r"|the)?\b|\bkeywords?:"),
    (3.0, 1, r"\bquestion presented\b|\bshort answer\b|\bprivileged\b.{0,200}\bmemo|\bmemo.{0,300}\bprivileged\b"),
    (3.0, 1, r"\bfind attached\b|\battached (?:is|please|you)\b|\blet me (?:have|know)\b[^.]{0,40}\bthoughts\b"),
    (3.0, 2, r"(?:\[ ?\]|☐|□)\s*(?:is|are|do|does|can|has|have|who|what|when|which|how|check|make)\b"),
    (3.0, 1, r"\b(?:an?|the) (?:(?!copy|of|this|that)[a-z]+ ){0,3}(?:clause|provision|agreement"
     r"|contract)(?: \([^()]{1,40}\))?,? (?:is an?|should"
     r"|typically|requires you"
     r"|could|can|will contain)\b|\b(?:clauses|contracts|agreements) (?:are the|can|protect|should|often)\b"),
    (3.0, 2, r"\b(?:for example|typically|in plain english|learn (?:how|why|what)|need to know|red flags?|watch out for|look (?:out )?for"
     r"|real(?:-life)? examples?|freelancers (?:often|should|sign|need|who|work)|in other words|make sure|example clause|pros and cons)\b"),
    (2.0, 1, r"\b(?:legal|financial) advice\b|\bget advice\b|\bif in doubt\b|\bsee also\b|\bpros and cons\b|\btips\b"),
    (2.0, 8, r"\b(?:was|were|had|did|went|came|said|reported|discussed|led|designed|negotiated|drafted|reduced|charged|spent|worked)\b"),
)  # fmt: skip
_OPENINGS = re.compile(
    r"\b(?:glossary|(?:user|style|buyer's|practical|short|quick|an?) guide\b|guide to|how to|faqs?|frequently asked|checklist"
    r"|agenda|newsletter|encyclop\w+|minutes|notes of"
    r"|policy|privacy notice|cookie notice|memorandum\b(?! of)|memo\b(?<!deal memo)|request for|press release|abstract"
    r"|curriculum vitae|resume|résumé|job description"
    r"|judge?ment|opinion by|court of|tribunal|explained|what is an?|rechnung|(?:^|\n)\W*(?:tax |pro forma )?invoice|act\n|readme"
    r"|pip install"
    r"|lessons|report on|case study|white paper|brochure)\b"
)
_COMPILED = tuple((weight, fewest, re.compile(pattern, re.DOTALL)) for weight, fewest, pattern in _MARKS)


def weigh_genres(text: str) -> float:
    """How much speaks for a text of another kind than a contract; 0 for nothing, about 3 for each mark of such a kind."""
    low = text[:_SAMPLE].lower().replace("’", "'")
    weight = 3.0 if _OPENINGS.search(low[:_OPENING]) else 0.0
    return weight + sum(each for each, fewest, pattern in _COMPILED if len(pattern.findall(low)) >= fewest)
