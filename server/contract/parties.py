"""Parties: everyone the contract is between, every name it gives them, and which of them is the reader's side."""

from __future__ import annotations

import re
from collections.abc import Sequence

from server.contract.covers import read_cover, read_signatures, read_you_and_we
from server.contract.names import is_company, is_person, is_placeholder, role_word
from server.contract.preamble import Named, read_preamble
from server.contract.roles import Standing, judge_roles
from server.model import Note, Paragraph, Party, Section

_PAIRS = (
    ("Contractor", "Client"), ("Contractor", "Company"), ("Consultant", "Client"), ("Consultant", "Company"), ("Provider", "Customer"),
    ("Supplier", "Customer"), ("Service Provider", "Client"), ("Freelancer", "Client"), ("Vendor", "Customer"), ("Developer", "Client"),
    ("Contractor", "Customer"), ("Consultant", "Customer"), ("Supplier", "Client"), ("Supplier", "Buyer"), ("Vendor", "Company"), ("Vendor", "Client"),
    ("Developer", "Customer"), ("Designer", "Client"), ("Licensor", "Licensee"), ("Receiving Party", "Disclosing Party"), ("Recipient", "Discloser"),
    ("Employee", "Company"), ("Employee", "Employer"), ("Contractor", "Principal"), ("Seller", "Buyer"), ("Provider", "Client"), ("Writer", "Client"),
)  # fmt: skip
_MUTUAL = re.compile(r"\b(?:mutual (?:non-?disclosure|confidentiality|nda)|joint filing)\b", re.IGNORECASE)
_NDA = re.compile(r"\b(?:non-?disclosure|confidentiality) (?:agreement|deed|undertaking)\b|\bNDA\b", re.IGNORECASE)
_MOST = 8


def find_parties(paragraphs: Sequence[Paragraph], sections: Sequence[Section], me: str = "") -> tuple[tuple[Party, ...], tuple[Note, ...]]:
    """The parties, contractor's side marked as `is_me`, and Notes that say how that was told.

    me: any name the contract gives the reader's side; a name that no party has is a warning, and the side is inferred as without it.
    """
    named = _gather(paragraphs, sections)
    text = "\n".join(p.text for p in paragraphs if p.story in ("body", "cell", "textbox"))
    if not named:
        named = _generic(text)
        notes = (Note("warning", "No parties were found; the wording uses the words that the text itself uses for them."),) if named else ()
    else:
        notes = ()
    named = named[:_MOST]
    mutual = bool(_MUTUAL.search(text[:1500]))
    standings = judge_roles(text, [_aliases(one) for one in named], mutual)
    mine, why = _choose_me(named, standings, me, bool(_NDA.search(text[:1500])))
    if me and mine is not None and _answers_to(named[mine], me):
        standings = _side_with(standings, mine)
    parties = tuple(_as_party(one, standing, text, at == mine) for at, (one, standing) in enumerate(zip(named, standings, strict=True)))
    return parties, (*notes, *why)


def _gather(paragraphs: Sequence[Paragraph], sections: Sequence[Section]) -> list[Named]:
    """Parties from every place that names them: the preamble first, then cover, pronouns, signatures; one entry each."""
    found = _merge([], read_preamble(paragraphs))
    cover = read_cover(paragraphs)
    if len(found) < 2 or any(_same(one, other) for one in found for other in cover):
        found = _merge(found, [one for one in cover if len(found) < 2 or any(_same(one, other) for other in found)])
    pronouns = read_you_and_we(paragraphs)
    if pronouns and (len(found) < 2 or any(_same(one, other) for one in pronouns for other in found)):
        found = _merge_pronouns(found, pronouns)
    if len(found) < 2:
        start = next((section.first for section in sections if section.kind == "signature"), None)
        if start is not None:
            found = _merge(found, read_signatures(paragraphs, start))
    return found if len(found) >= 2 or pronouns else []


def _merge(found: list[Named], more: Sequence[Named]) -> list[Named]:
    """Adds parties; one that shares a name with a party already there gives it its names."""
    merged = list(found)
    for one in more:
        at = next((at for at, other in enumerate(merged) if _same(one, other)), None)
        if at is None:
            merged.append(one)
        else:
            other = merged[at]
            name = one.name if is_placeholder(other.name) or role_word(other.name) else other.name
            shorts = tuple(dict.fromkeys((*other.shorts, *one.shorts)))
            merged[at] = Named(name, shorts, other.index, other.source)
    return merged


def _merge_pronouns(found: list[Named], pronouns: Sequence[Named]) -> list[Named]:
    merged = list(found)
    for one in pronouns:
        at = next((at for at, other in enumerate(merged) if _same(one, other)), None)
        if at is not None:
            merged[at] = Named(merged[at].name, tuple(dict.fromkeys((*merged[at].shorts, *one.shorts))), merged[at].index)
        elif len(merged) < 2:
            merged.append(one)
    return merged


def _same(one: Named, other: Named) -> bool:
    mine = {_plain(name) for name in _aliases(one)}
    return any(_plain(name) in mine for name in _aliases(other))


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", " ", name.lower().removeprefix("the ")).strip() or name


def _aliases(named: Named) -> tuple[str, ...]:
    """Every name of a party, short ones first; the full name also without its legal form's full stop."""
    names = [*named.shorts]
    if named.name and not is_placeholder(named.name):
        names += [named.name, named.name.rstrip(".")]
    return tuple(dict.fromkeys(names)) or (named.name,)


def _generic(text: str) -> list[Named]:
    """The pair of role words that the text uses most, where nothing names the parties."""
    best: tuple[int, tuple[str, str]] | None = None
    counts = {word: len(re.findall(rf"\b{word}\b", text)) for word in dict.fromkeys(word for pair in _PAIRS for word in pair)}
    for pair in _PAIRS:
        score = min(counts[pair[0]], counts[pair[1]])
        if score and (best is None or score > best[0]):
            best = (score, pair)
    return [Named(word, (word,), 0, "generic") for word in best[1]] if best else []


def _choose_me(
    named: Sequence[Named], standings: Sequence[Standing], me: str, nda: bool
) -> tuple[int | None, tuple[Note, ...]]:
    """The reader's side and how it was told."""
    notes: list[Note] = []
    if me:
        at = next((at for at, one in enumerate(named) if _answers_to(one, me)), None)
        if at is not None:
            return at, ()
        notes.append(Note("warning", "No party has the name given for your side; it was inferred instead."))
    working = [at for at, standing in enumerate(standings) if standing.role == "contractor"]
    if working:
        at = max(working, key=lambda at: (standings[at].confidence, -at))
        message = f"Read as the side of {_shown(named[at])}, because it {standings[at].reason}."
        notes.append(Note("info" if standings[at].confidence >= 0.6 else "warning", message))
        return at, tuple(notes)
    if not named:
        return None, (*notes, Note("warning", "No parties were found."))
    people = [at for at, one in enumerate(named) if is_person(one.name) and not is_company(one.name)]
    at = people[0] if people else min(1, len(named) - 1)
    how = "a person facing a company" if people else ("the side that an NDA is usually sent to" if nda else "the second party named")
    notes.append(Note("warning", f"No side clearly does the work; read as the side of {_shown(named[at])}, {how}. Name your side to change that."))
    return at, tuple(notes)


def _shown(one: Named) -> str:
    return one.shorts[0] if one.shorts else one.name


def _answers_to(named: Named, me: str) -> bool:
    wanted = _plain(me)
    names = [_plain(alias) for alias in (*named.shorts, named.name)]
    return wanted in names or any(re.search(rf"\b{re.escape(wanted)}\b", name) for name in names if len(wanted) > 3)


def _side_with(standings: Sequence[Standing], mine: int) -> tuple[Standing, ...]:
    """The reader said who they are: theirs is the contractor's side, and whoever seemed to be that faces them."""
    return tuple(
        Standing("contractor", "was named as the reader's side", 1.0)
        if at == mine
        else (standing if standing.role == "client" or (standing.role == "other" and len(standings) > 2) else Standing("client", "faces the reader's side", 1.0))
        for at, standing in enumerate(standings)
    )


def _as_party(one: Named, standing: Standing, text: str, is_me: bool) -> Party:
    shorts = _by_use(one, text)
    first = shorts[0] if shorts else one.name
    person = {"you": 2, "we": 1, "us": 1, "i": 1, "me": 1}.get(first.lower(), 3)
    plural = person < 3 and first.lower() not in ("i", "me") or _is_plural(first, text)
    article = "the" if person == 3 and _takes_article(first, text) else ""
    return Party(
        one.name, shorts, standing.role, is_me, article=article, person=person, plural=plural, reason=standing.reason, confidence=standing.confidence
    )


def _by_use(one: Named, text: str) -> tuple[str, ...]:
    """Short names, the one used most first; "us" and "me" only speak for "we" and "I"."""
    subjects = {"us": "we", "me": "I"}
    shorts = list(dict.fromkeys(subjects.get(short.lower(), short) for short in one.shorts))
    shorts = [_as_written(short, text) for short in shorts]
    shorts = list(dict.fromkeys(shorts))
    if len(shorts) > 1:
        counts = {short: len(re.findall(rf"\b{re.escape(short)}\b", text)) for short in shorts}
        shorts.sort(key=lambda short: -counts[short])
    return tuple(shorts)


def _as_written(short: str, text: str) -> str:
    """ "CONSULTANT" in the definition, "Consultant" ever after (or the other way round): the form in use."""
    forms = {short, short.title() if short.isupper() else short.upper(), short[:1].lower() + short[1:]}
    counts = {form: len(re.findall(rf"\b{re.escape(form)}\b", text)) for form in sorted(forms)}
    best = max(counts.values())
    return short if counts[short] * 2 >= best or best < 3 else next(form for form in sorted(forms) if counts[form] == best)


def _takes_article(short: str, text: str) -> bool:
    """Whether running text says "the Consultant": mostly so where it stands inside a sentence."""
    escaped = re.escape(short)
    uses = re.findall(rf"(?<![\"“‘\w])(the\s+|The\s+|THE\s+)?{escaped}\b(?![\"”])", text)
    return bool(uses) and 2 * sum(bool(use) for use in uses) > len(uses)


def _is_plural(short: str, text: str) -> bool:
    if not short.endswith("s") or is_company(short):
        return False
    verbs = re.findall(rf"\b{re.escape(short)}\s+(are|have|were|agree|is|has|was|agrees)\b", text)
    return sum(verb in ("are", "have", "were", "agree") for verb in verbs) * 2 > len(verbs)
