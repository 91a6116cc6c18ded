"""Stand-ins: names for parties that no place of the document names, or names only in full."""

from __future__ import annotations

import re
from dataclasses import replace

from server.contract.actors import find_actors, says_role
from server.contract.names import is_name, is_placeholder, without_form
from server.contract.role_words import role_word
from server.contract.short_names import Named, is_pairwise, not_party

_ROLE_USE = re.compile(r"(?<![\w\"“])(?:[Tt]he\s)?([A-Z][a-z-]+(?:\s[A-Z][a-z-]+){0,2})\b")
_SAMPLE = 60_000
_SHORT = 3000
_DOER = re.compile(
    r"(?:^|[.;:)\d]\s+|\b[Tt]he\s)"
    r"([A-Z][\w&'’-]*(?:\.\w+)*(?:,?[ ](?:[A-Z][\w&'’-]*(?:\.\w+)*|(?:Inc|Ltd|Corp|Co)\.)){0,4})"
    r"\s(?:shall|will|agrees|must|hereby|may|represents|warrants)\b",
    re.MULTILINE,
)


def with_short(one: Named, text: str, actors: frozenset[str] = frozenset()) -> Named:
    """A party without a short name goes by the first words of its name, where the text does so."""
    if one.shorts:
        return one
    if is_placeholder(one.name):
        role = next((word.title() for word in re.findall(r"[a-z]+", one.name.lower()) if role_word(word) in ("contractor", "client")), "")
        return replace(one, shorts=(role,)) if role and count_uses(role, text) >= 2 else one
    label, name = _labelled(one.name, text, actors)
    if label:
        return replace(one, name=name, shorts=(label,))
    bare = without_form(one.name)
    for short in dict.fromkeys((bare, " ".join(bare.split()[:2]), bare.split()[0] if bare else "")):
        used = _as_used(short, text) if short.isupper() else short
        if len(used) > 2 and used != one.name and count_uses(used, text) >= 2 + text.count(one.name) and not role_word(used):
            return replace(one, shorts=(used,))
    return one


def _labelled(name: str, text: str, actors: frozenset[str]) -> tuple[str, str]:
    """The role that stands before a name ("Client Acme Ltd") and the name, where the text goes on with the role; "" twice for none."""
    words = name.split()
    for size in (2, 1):
        label, own = " ".join(words[:size]), " ".join(words[size:])
        if own and says_role(label, actors) and is_name(own) and count_uses(label, text) >= 2 + text.count(name):
            return label, own
    return "", ""


def _as_used(short: str, text: str) -> str:
    """A name in capitals in the case that the text uses most: "T-Mobile" for "T-MOBILE"."""
    uses = re.findall(rf"(?<!\w){re.escape(short)}(?!\w)", text, re.IGNORECASE)
    forms = sorted({use for use in uses if use[:1].isupper()})
    return max(forms, key=uses.count, default=short)


def count_uses(name: str, text: str) -> int:
    return len(re.findall(rf"\b{re.escape(name)}(?!\w)", text)) if name else 0


def find_doers(text: str) -> list[Named]:
    """Where no place names the parties: the two names that promise most ("Acme will ...", "Beta agrees to ...")."""
    counts: dict[str, int] = {}
    for match in _DOER.finditer(text):
        name = match[1].removeprefix("The ")
        if not not_party(name) and not is_pairwise(name) and (role_word(name) or not name.isupper() or len(name) < 8):
            counts[name] = counts.get(name, 0) + 1
    least = 2 if len(text) > _SHORT else 1
    actors = find_actors(text)
    names = [name for name in counts if counts[name] >= least]
    people = [name for name in names if says_role(name, actors)]
    ranked = sorted(people if len(people) > 1 else names, key=lambda name: (-counts[name], name))[:2]
    return [Named(name, (name,), 0, "promises") for name in ranked] if len(ranked) == 2 else []


def find_role_words(text: str, known: str = "") -> list[Named]:
    """The word for the one who works and the word for the one who pays that the text uses most; [] where it has not both.

    known: a short name already known to be a party's; then only the word for the other side is given.
    """
    counts: dict[str, int] = {}
    for match in _ROLE_USE.finditer(text[:_SAMPLE]):
        words = match[1].split()
        for size in range(len(words), 0, -1):
            word = " ".join(words[:size])
            if role_word(word) in ("contractor", "client"):
                counts[word] = counts.get(word, 0) + 1
                break
    best = {}
    for side in ("contractor", "client"):
        mine = sorted((word for word in counts if role_word(word) == side), key=lambda word: (-counts[word], word))
        if mine:
            best[side] = mine[0]
    if known:
        other = best.get({"contractor": "client", "client": "contractor"}.get(role_word(known), ""))
        return [Named(other, (other,), 0, "generic")] if other and counts[other] > 1 else []
    return [Named(word, (word,), 0, "generic") for word in best.values()] if len(best) == 2 else []
