"""Is it English, is it a contract at all? Where not, nothing should be proposed to be added."""

from __future__ import annotations

import re
from collections.abc import Sequence

from server.contract.vocabulary import words
from server.model import Note, Paragraph

_COMMON = {
    "en": words("the of and to in for is that by with shall this be as or on any not which will from are an it may such you your we our"),
    "de": words("der die das und zu in den von mit ist für auf des dem nicht ein eine im sich auch werden durch oder nach bei wird dieser"),
    "fr": words("le la les de des et du en un une est à pour que dans par au aux sur ou ne pas ce cette sont avec être toute présent"),
    "es": words("el la los las de y en que del un una por con para se es al lo no su o como presente este esta será cualquier"),
    "it": words("il la le di e del della che in per un una con non è dei delle al alla si sono da nel o presente qualsiasi"),
    "nl": words("de het een van en in op te dat is voor met zijn aan niet door of worden bij als deze wordt partijen"),
    "pt": words("o a os as de e do da em que um uma para com por não se na no ao dos das ou presente qualquer este"),
}
_DUTIES = re.compile(
    r"\b(?:shall|agrees? (?:to|that|as follows)|hereby|must|undertakes?|warrants?|indemnif|terminat\w+|obligations?"
    r"|in consideration of|governed by|liab\w+|confidential"
    r"|part(?:y|ies)|pay(?:able|ment)s?|agreement|contract|terms and conditions|effective date|invoices?)\b",
    re.IGNORECASE,
)
_BINDING = re.compile(
    r"\b(?:shall|must|agrees?(?:d)? (?:to|that|as follows)|hereby|undertakes?|warrants?|governed by|indemnif\w+"
    r"|will (?:pay|provide|perform|deliver|be (?:paid|liable|responsible))"
    r"|you(?: will|['’]ll| must| agree)|we(?: will|['’]ll| agree)|is responsible for|may terminate)\b",
    re.IGNORECASE,
)
_SAMPLE = 60_000
_SHAPE = re.compile(
    r"\b(?:agreement|contract|terms|statement of work|sow|nda|deed|addendum|order form|licen[cs]e|engagement|undertaking|amendment)\b",
    re.IGNORECASE,
)


def read_language(paragraphs: Sequence[Paragraph]) -> str:
    """ISO 639-1 code of the text's language by its commonest words, "" where there is too little of any to tell."""
    sample = " ".join(p.text for p in paragraphs)[:60000].lower()
    found = re.findall(r"[^\W\d_]+", sample)
    if len(found) < 20:
        return ""
    shares = {code: sum(word in common for word in found) / len(found) for code, common in _COMMON.items()}
    best = max(shares, key=lambda code: shares[code])
    return best if shares[best] >= 0.12 else ""


def judge(paragraphs: Sequence[Paragraph], language: str, named: bool) -> tuple[bool, tuple[Note, ...]]:
    """Whether anything may be proposed to be added, and Notes on why not. named: the document itself names the parties to "
    "it, or says by its title what it is."""
    text = "\n".join(p.text for p in paragraphs)
    if language and language != "en":
        return False, (Note("warning", f"The document is not in English (it reads as {language}); nothing is proposed to be added."),)
    if not is_contract(text, named):
        return False, (Note("warning", "The document does not read as a contract; nothing is proposed to be added."),)
    return True, ()


def is_contract(text: str, named: bool) -> bool:
    """Whether the words bind someone: duties and a contract's vocabulary at a contract's rate, or in a short text both at all."""
    text = text[:_SAMPLE]
    amount = max(len(text.split()), 1)
    duties, binding = len(_DUTIES.findall(text)), len(_BINDING.findall(text))
    if named and binding + duties >= 3:
        return True
    if amount < 30:
        return binding >= 2 or (binding >= 1 and duties >= 2)
    titled = bool(_SHAPE.search(text[:400]))
    rate = 1000 / amount
    return binding >= 2 and binding * rate >= (3 if titled else 8) and duties * rate >= (8 if titled else 15)
