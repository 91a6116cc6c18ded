"""Parties in a sentence: subject or object ("we", "us"), possessive ("your", "yours"), and the verb that agrees with them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from server.clauses.placeholders import Placeholder
from server.errors import WordingError
from server.model import Party

SIDES = ("me", "them")
_SIDE, _VERB, _GAP = "\ue200", "\ue201", "\ue202"  # what stands for a placeholder while the words around it are looked at
_POSSESSIVE = re.compile(r"['’]s(?!\w)")
_ALONE = re.compile(r"\s*(?:$|[.,;:)]|(?:and|or|alone|only|in|to|under|for|at|by|on|as|but|unless|if|when|where|while|until)\b)")
_COORDINATED = re.compile(rf"{_SIDE}(?:['’]s)?,?\s+(?:and|or|nor)\s+(?:both\s+)?$")
_JOINED = re.compile(rf"['’]s\s+(?:and|or)\s+{_SIDE}(?=['’]s)|,?\s+(?:and|or|nor)\s+{_SIDE}")
_PREPOSITION = re.compile(
    r"(?:^|[\s(])(?:to|of|by|with|from|for|against|on|upon|between|among|in|into|over|under|about|towards?|without|through|via|at|onto|near"
    r"|behind|beside|within|concerning|regarding|including)$",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r"(?:^|[\s(])(?:that|which|what|whatever|whichever|whom|whose|where|wherever|while|when|whenever|whether|unless|until|if|because|since"
    r"|although|though|whereas|provided|as|after|before|than|so|once|how|why|nor|only)$",
    re.IGNORECASE,
)
_ADVERBS = r"(?:(?:hereby|also|each|both|then|now|still|otherwise|never|always|alone|all|not|\w+ly)\s+){0,2}"
_SHARED = r"shall|will|must|may|can|could|would|should|had|did|agree|cannot|might"
_PLAIN = {"is": "are", "was": "were", "has": "have", "does": "do", "isn't": "aren't", "doesn't": "don't", "hasn't": "haven't"}
_FINITE = re.compile(rf"\s+{_ADVERBS}(?:(?:{_SHARED}|are|were|have|do|{'|'.join(_PLAIN)}|agrees|acknowledges|warrants)\b|{_VERB})")
_PRESENT = re.compile(rf"(\s+{_ADVERBS})([a-z]+(?:n't)?)\b(?:( (?:and|or) )([a-z]+s)\b)?")
_ONE_OF = re.compile(
    r"\b(?:officers?|employees?|competitors?|subcontractors?|contractors?|customers?|clients?|affiliates?|suppliers?|representatives?"
    r"|advis[eo]rs?|know-how|tools|systems?|personnel|property) of$"
)
_LINKED = re.compile(r"(?:,|\b(?:and|or|but|then))$")
_STARTS = re.compile(r"(?:^|[.!?:;\u2014]\s*|\n\s*)[\"“(]?$")
_NO_VERBS = frozenset({"as", "its", "this", "us", "his", "thus", "always", "perhaps", "unless", "whereas", "less", "besides"})
_SINGULAR_I = {"are": "am", "were": "was"}
_OWN = {"you": "yours", "we": "ours", "i": "mine"}


@dataclass(frozen=True, slots=True)
class Named:
    """A party, or the verb after it, as it will stand. is_name: a party's own name, which keeps its first letter ("i-Escrow")."""

    text: str
    is_name: bool = False
    is_side: bool = False


Piece = str | Placeholder | Named


def name_sides(
    pieces: Sequence[str | Placeholder], parties: Mapping[str, Party | None], before: str = "", after: str = ""
) -> tuple[Piece, ...]:
    """The pieces with {me}, {them} and {verb:...} in their forms, and the verbs written after them made to agree.

    before, after: the document's own words around the wording; "" before one that begins a sentence.
    Raises WordingError where a side is not known.
    """
    marks = "".join(_mark(piece) for piece in pieces)
    done: list[Piece] = []
    at, speaks = 0, ""
    for piece in pieces:
        width = len(_mark(piece))
        left, right = before[-80:] + marks[:at], marks[at + width :] + after
        at += width
        if isinstance(piece, Placeholder) and piece.kind in SIDES:
            party = parties.get(piece.kind)
            if party is None:
                raise WordingError("The contract does not say who the parties are.", "Name your side with --me.")
            speaks = "many" if _is_pair(left, right) else _number(party)
            done.append(_named(party, _case(left, right)))
        elif isinstance(piece, Placeholder) and piece.kind == "verb":
            done.append(Named(_verb(piece.options, speaks or "one")))
        else:
            done.append(_follow(piece, done, left, speaks) if isinstance(piece, str) else piece)
    return tuple(done)


def _mark(piece: str | Placeholder) -> str:
    if isinstance(piece, str):
        return piece
    return _SIDE if piece.kind in SIDES else _VERB if piece.kind == "verb" else _GAP


def _case(before: str, after: str) -> str:
    """subject | object | possessive | own ("the tools are yours") | one of ("an employee of yours")."""
    if _POSSESSIVE.match(after):
        joined = _JOINED.match(after)
        return _case(before, after[joined.end() :]) if joined else "own" if _ALONE.match(after[2:]) else "possessive"
    while (pair := _COORDINATED.search(before)) is not None:
        before = before[: pair.start()]
    joined = _JOINED.match(after)
    if joined:
        after = after[joined.end() :]
    if _ONE_OF.search(before.rstrip()):
        return "one of"
    return "subject" if _is_subject(before.rstrip(), after) else "object"


def _is_subject(before: str, after: str) -> bool:
    """Not after a preposition; else before a verb, at the start of a sentence, or after a word that opens a clause."""
    if _PREPOSITION.search(before):
        return False
    if _FINITE.match(after):
        return True
    if _LINKED.search(before):
        verb = _PRESENT.match(after)
        return verb is not None and _agreeing(verb[2], "many") != verb[2]
    goes_on = re.match(r"\s+[\w\ue200-\ue202]|,\s", after) is not None
    return goes_on and bool(_STARTS.search(before) or _SUBORDINATE.search(before))


def _is_pair(before: str, after: str) -> bool:
    """ "{me} and {them}" together, of whom the verb after them speaks."""
    return bool(re.search(rf"{_SIDE}\s+and\s+$", before)) and not _POSSESSIVE.match(after)


def _named(party: Party, case: str) -> Named:
    small = party.subject.lower() in _OWN
    if case == "own" or (case == "one of" and small):
        return Named(_OWN[party.subject.lower()] if small else party.possessive, not small, True)
    text = {"subject": party.subject, "object": party.object, "one of": party.object}.get(case, party.possessive)
    return Named(text, not small and not party.article, True)


def _number(party: Party) -> str:
    """Which verb form goes with a party: one ("is") | many ("are") | I ("am")."""
    if party.subject.lower() == "i":
        return "I"
    return "many" if party.plural or party.person != 3 else "one"


def _verb(options: tuple[str, ...], speaks: str) -> str:
    if speaks == "one":
        return options[0]
    return _SINGULAR_I.get(options[1], options[1]) if speaks == "I" else options[1]


def _follow(text: str, done: Sequence[Piece], before: str, speaks: str) -> str:
    """The words after a piece: without the "'s" that a possessive has taken in, and a plain verb in the number of its subject."""
    last = done[-1] if done else None
    if not isinstance(last, Named) or not last.is_side:
        return text
    owned = _POSSESSIVE.match(text)
    if owned:
        return text[owned.end() :]
    found = _PRESENT.match(text)
    if speaks == "one" or found is None or _case(before[:-1], text) != "subject":
        return text
    second = found[3] + _agreeing(found[4], speaks) if found[3] else ""
    return found[1] + _agreeing(found[2], speaks) + second + text[found.end() :]


def _agreeing(word: str, speaks: str) -> str:
    """A verb of the third person in the form that goes with "you", "we", "I" or several; any other word as it is."""
    if word in _PLAIN:
        return _SINGULAR_I.get(_PLAIN[word], _PLAIN[word]) if speaks == "I" else _PLAIN[word]
    if not word.endswith("s") or word.endswith(("ss", "us", "'s")) or word in _NO_VERBS:
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("sses", "shes", "ches", "xes", "zzes", "goes")) else word[:-1]
