"""Is it English, is it a contract at all? Where not, nothing should be proposed to be added."""

from __future__ import annotations

import re
from collections.abc import Sequence

from server.contract.bargains import weigh_bargain
from server.contract.binding import binds
from server.contract.genres import weigh_genres
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
_SAMPLE = 60_000
_SHARE = 0.12
_FOREIGN = 40
_FEW = 20
_BARGAIN = 5.0
_OTHER_KIND = 6.0


def read_language(paragraphs: Sequence[Paragraph]) -> str:
    """ISO 639-1 code of the text's language by its commonest words, "" where there is too little of any to tell."""
    sample = " ".join(p.text for p in paragraphs)[:_SAMPLE].lower()
    found = re.findall(r"[^\W\d_]+", sample)
    if len(found) < _FEW:
        return ""
    shares = {code: sum(word in common for word in found) / len(found) for code, common in _COMMON.items()}
    best = max(shares, key=lambda code: shares[code])
    return best if shares[best] >= _SHARE else ""


def judge(paragraphs: Sequence[Paragraph], language: str, named: bool) -> tuple[bool, tuple[Note, ...]]:
    """Whether anything may be proposed to be added, and Notes on why not. named: the document itself names the parties to it,
    or says by its title what it is.
    """
    text = "\n".join(p.text for p in paragraphs)
    if language != "en" and (language or _is_foreign(text)):
        reads = f" (it reads as {language})" if language else ""
        return False, (Note("warning", f"The document is not in English{reads}; nothing is proposed to be added."),)
    if not _is_contract(text, named):
        return False, (Note("warning", "The document does not read as a contract; nothing is proposed to be added."),)
    return True, ()


def _is_contract(text: str, named: bool) -> bool:
    """Words that bind, or a bargain in whatever words; neither counts for much in a text that is plainly of another kind."""
    kind = weigh_genres(text)
    if binds(text, named):
        return kind < _OTHER_KIND or weigh_bargain(text[:_SAMPLE], named) >= kind
    return weigh_bargain(text[:_SAMPLE], named) - kind >= _BARGAIN


def _is_foreign(text: str) -> bool:
    """Whether a text of some length has hardly an English word, in whatever script."""
    found = re.findall(r"[^\W\d_]+", text[:_SAMPLE].lower())
    letters = sum(map(len, found))
    english = sum(word in _COMMON["en"] for word in found)
    return letters >= _FOREIGN and english < _SHARE / 2 * len(found)
