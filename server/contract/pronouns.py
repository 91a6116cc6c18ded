"""Parties that a letter, plain-language terms or an undertaking call "you", "we" and "I"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from server.contract.letters import latin
from server.contract.names import cut_name, has_form, is_company, is_name, is_person
from server.contract.role_words import role_word
from server.contract.short_names import Named
from server.contract.signatures import BEHALF
from server.model import Paragraph

_DEAR = re.compile(r"\s*(?:Dear|Hi|Hello)\s+((?:Mr|Mrs|Ms|Miss|Dr|Prof)\.?\s+)?([A-Z][\w'’-]+(?:\s+[A-Z][\w'’.-]+){0,3})\s*[,:]?\s*$")
_GROUP = re.compile(r"\(([^()]{0,90}[\"“‘](?:you|we|us|I|me)[\"”’,][^()]{0,60})\)", re.IGNORECASE)
_MEANS = re.compile(
    r"[\"“‘](you|we|us|I|me)[,\"”’]{1,2}(?:[^.]{0,40}?)\s(?:means?|refers? to|is|are)\s+([^;()]{2,160}?)(?:\.\s|\.?$|[;(])", re.IGNORECASE
)
_APPOSED = latin(
    r"\b([Yy]ou|[Ww]e|us|I|me),\s((?:[A-Z][\w&'’-]*\s?){1,6}(?:,\s(?:Inc|Ltd|LLC)\b\.?)?)(?:,|\.|\s\(\W?(?:the\s)?[\"“]([A-Z][^\"“”]{1,30})[\"”]\)|$)"
)
_HEADED = re.compile(r"\s*(?:to|attn|attention|from|date|subject|re|ref|cc)\b\s*[.:]", re.IGNORECASE)
_IN_QUOTES = re.compile(r"[\"“‘]([^\"“”‘’]{1,40}?),?[\"”’]")
_YOU = re.compile(r"\b(?:you|your)\b", re.IGNORECASE)
_WE = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)
_I = re.compile(r"\b(?:I|my)\b")
_PROMISE = re.compile(r"\bI (?:will|agree|have|am|hereby|understand|shall|may|acknowledge|assign|represent|undertake|confirm)\b|\bmy\b")
_SIGN_OFF = re.compile(r"\s*(?:yours|sincerely|(?:kind|best) regards|regards)\b", re.IGNORECASE)
_SAMPLE = 60_000
_SIDES = 2
_OFTEN = 3
_PRONOUNS = {"you": "you", "your": "you", "we": "we", "us": "we", "our": "we", "i": "i", "me": "i", "my": "i"}


def read_you_and_we(paragraphs: Sequence[Paragraph]) -> tuple[Named, ...]:
    """The parties that the document calls "you" and "we" (or "I"), with the names they give them; () for neither."""
    body = [p for p in paragraphs if p.story in ("body", "cell") and p.text.strip()]
    text = "\n".join(p.text for p in body)[:_SAMPLE]
    you, we, first = len(_YOU.findall(text)), len(_WE.findall(text)), len(_I.findall(text))
    amount = max(len(text.split()), 1)
    if len(_PROMISE.findall(text)) >= max(3, amount / 150) and you <= first / 3:
        return (Named(_last_person(body) or "I", ("I",), 0, "i"),)
    letter = _letter_names(body)
    if you < (2 if letter[0] else 3) or you + we + first < max(3 if letter[0] else 6, amount / 150):
        return ()
    speaker = "we" if we >= first else "I"
    defined = _pronoun_names(body)
    addressee = defined.get("you") or (letter[0], ())
    writer = defined.get("we") or defined.get("i") or (letter[1], ())
    second = Named(addressee[0] or "you", (_as_used("you", text), *addressee[1]), 0, "you")
    if we + first < 3 and not writer[0]:
        return (second,)
    return (Named(writer[0] or speaker, (_as_used(speaker, text), *writer[1]), 0, "we"), second)


def add_counterpart(found: Sequence[Named], text: str) -> tuple[Named, ...]:
    """Two parties of which one is "we": the other is "you" where the text speaks to it; and the other way round."""
    called = [{_PRONOUNS.get(short.lower(), "") for short in one.shorts} - {""} for one in found]
    if len(found) != _SIDES or sum(map(bool, called)) != 1:
        return tuple(found)
    other = 0 if called[1] else 1
    pronoun, uses = ("we", _WE) if "you" in called[1 - other] else ("you", _YOU)
    if len(uses.findall(text[:_SAMPLE])) < _OFTEN:
        return tuple(found)
    named = replace(found[other], shorts=(_as_used(pronoun, text[:_SAMPLE]), *found[other].shorts))
    return (named, found[1]) if other == 0 else (found[0], named)


def _last_person(body: Sequence[Paragraph]) -> str:
    """Who signs an undertaking: the last line that is a person's name."""
    lines = (line.strip(" ,_") for p in reversed(body[-12:]) for line in p.text.split("\n") if len(line) < 60)
    return next((line for line in lines if is_person(line)), "")


def _as_used(pronoun: str, text: str) -> str:
    """ "You" where the drafter writes it with a capital in mid-sentence too."""
    capital = len(re.findall(rf"(?<=[a-z,;] ){pronoun.capitalize()}\b", text))
    small = len(re.findall(rf"(?<=[a-z,;] ){pronoun}\b", text))
    return pronoun.capitalize() if capital > small else pronoun


def _pronoun_names(body: Sequence[Paragraph]) -> dict[str, tuple[str, tuple[str, ...]]]:
    """What "you", "we" and "I" stand for: the full name and the other short names given with it."""
    names: dict[str, tuple[str, tuple[str, ...]]] = {}
    for p in body[:40]:
        for group in _GROUP.finditer(p.text[:3000]):
            quoted = [match[1] for match in _IN_QUOTES.finditer(group[1])]
            others = tuple(word for word in quoted if word.lower() not in _PRONOUNS)
            before = p.text[max(0, group.start() - 160) : group.start()].rstrip(" ,")
            run = _last_name(before)
            name = cut_name(run) if before.endswith(run) else ""
            for word in quoted:
                if name and word.lower() in _PRONOUNS:
                    names.setdefault(_PRONOUNS[word.lower()], (name, others))
        for match in _MEANS.finditer(p.text[:3000]):
            name = cut_name(match[2])
            if not has_form(name):
                name = re.split(r",| and | \(", match[2])[0].strip()
            names.setdefault(_PRONOUNS[match[1].lower()], (name, ()))
        for pronoun, name, shorts in _apposed(p.text[:3000]):
            names.setdefault(pronoun, (name, shorts))
    return names


def _apposed(text: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Pronouns that a name stands right behind: "us, Sablefox Media ("Sablefox")", "I, Mira Kos,"."""
    for match in _APPOSED.finditer(text):
        if not role_word(match[2]) and (is_company(match[2]) or is_person(match[2]) or match[3]):
            yield _PRONOUNS[match[1].lower()], match[2].strip(), (match[3],) if match[3] else ()


def _last_name(before: str) -> str:
    """The name right before a parenthesis: its last run of capitalised words."""
    before = re.split(r"[.;:)]\s", before)[-1]
    runs = re.findall(r"(?:[A-Z0-9][\w.&'’-]*(?:,?\s(?=[A-Z(&])|\s(?:and|of|the|&)\s(?=[A-Z])|))+", before)
    return runs[-1].strip(" ,") if runs else before.strip()[-60:]


def _letter_names(body: Sequence[Paragraph]) -> tuple[str, str]:
    """Addressee and writer of a letter: after "Dear", and over or under the sign-off or in the letter head."""
    dear_at = next((at for at, p in enumerate(body[:30]) if _DEAR.match(p.text)), None)
    if dear_at is None:
        return "", ""
    dear = _DEAR.match(body[dear_at].text)
    called = dear[2] if dear else ""
    head = [p.text.strip().split("\n")[0].strip(" ,") for p in body[:dear_at]]
    addressee = next((line for line in reversed(head) if called.split()[-1] in line and is_person(line)), called)
    own = [line for line in head if not _HEADED.match(line)]
    below = "\n".join(p.text for p in body[max(dear_at + 1, len(body) - 8) :])
    companies = [line for line in own if is_company(line) and len(line) < 80] or [
        line for line in own[:1] if line in below and is_name(line)
    ]
    signed = next((match[1].strip() for p in body[dear_at:] if (match := BEHALF.search(p.text[:200])) and is_name(match[1].strip())), "")
    return addressee, signed or (companies[0] if companies else _signed_off(body[dear_at:]))


def _signed_off(body: Sequence[Paragraph]) -> str:
    closing = next((at for at, p in enumerate(body) if _SIGN_OFF.match(p.text)), None)
    if closing is None:
        return ""
    after = [p.text.strip().split("\n")[0].strip(" ,_") for p in body[closing + 1 : closing + 6]]
    return next((line for line in after if is_company(line)), next((line for line in after if is_person(line)), ""))
