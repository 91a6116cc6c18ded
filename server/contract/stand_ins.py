"""Stand-ins: names for parties that no place of the document names, or names only in full."""

from __future__ import annotations

import re

from server.contract.names import is_placeholder, role_word, without_form
from server.contract.short_names import Named, not_party

_PAIRS = tuple(
    pair.partition("/")[::2]
    for pair in re.split(
        ", ",
        "Contractor/Client, Contractor/Company, Consultant/Client, Consultant/Company, Provider/Customer, Supplier/Customer"
        ", Service Provider/Client, Freelancer/Client, Vendor/Customer, Developer/Client, Contractor/Customer, Consultant/Customer"
        ", Supplier/Client, Supplier/Buyer, Vendor/Company, Vendor/Client, Developer/Customer, Designer/Client, Licensor/Licensee"
        ", Receiving Party/Disclosing Party, Recipient/Discloser, Employee/Company, Employee/Employer, Contractor/Principal"
        ", Seller/Buyer, Provider/Client, Writer/Client",
    )
)
_DOER = re.compile(
    r"(?:^|[.;:)\d]\s+|\b[Tt]he\s)([A-Z][\w&.'’-]*(?:\s[A-Z][\w&.'’-]*){0,4})\s(?:shall|will|agrees|must|hereby|may|represents|warrants)\b",
    re.MULTILINE,
)


def with_short(one: Named, text: str) -> Named:
    """A party without a short name goes by the first words of its name, where the text does so."""
    if one.shorts:
        return one
    if is_placeholder(one.name):
        role = next((word.title() for word in re.findall(r"[a-z]+", one.name.lower()) if role_word(word) in ("contractor", "client")), "")
        return Named(one.name, (role,), one.index, one.source) if role and count_uses(role, text) >= 2 else one
    bare = without_form(one.name)
    for short in dict.fromkeys((bare, " ".join(bare.split()[:2]), bare.split()[0] if bare else "")):
        if len(short) > 2 and short != one.name and count_uses(short, text) >= 2 + text.count(one.name) and not role_word(short):
            return Named(one.name, (short,), one.index, one.source)
    return one


def count_uses(name: str, text: str) -> int:
    return len(re.findall(rf"\b{re.escape(name)}(?!\w)", text)) if name else 0


def find_doers(text: str) -> list[Named]:
    """Where no place names the parties: the two names that promise most ("Acme will ...", "Beta agrees to ...")."""
    counts: dict[str, int] = {}
    for match in _DOER.finditer(text):
        name = match[1].removeprefix("The ")
        if not not_party(name) and (role_word(name) or not name.isupper() or len(name) < 8):
            counts[name] = counts.get(name, 0) + 1
    ranked = sorted((name for name in counts if counts[name] >= 2), key=lambda name: (-counts[name], name))[:2]
    return [Named(name, (name,), 0, "promises") for name in ranked] if len(ranked) == 2 else []


def find_role_words(text: str) -> list[Named]:
    """The pair of role words that the text uses most, where nothing names the parties."""
    best: tuple[int, tuple[str, str]] | None = None
    counts = {word: len(re.findall(rf"\b{word}\b", text)) for word in dict.fromkeys(word for pair in _PAIRS for word in pair)}
    for pair in _PAIRS:
        score = min(counts[pair[0]], counts[pair[1]])
        if score and (best is None or score > best[0]):
            best = (score, pair)
    return [Named(word, (word,), 0, "generic") for word in best[1]] if best else []
