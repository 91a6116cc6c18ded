"""Parties: everyone the contract is between, every name it gives them, and which of them is the reader's side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from server.contract.actors import find_actors
from server.contract.aliases import as_party
from server.contract.covers import read_cover, read_labelled, read_meanings
from server.contract.names import FORM, has_form, is_company, is_person, is_placeholder
from server.contract.preamble import read_preamble, read_scattered
from server.contract.pronouns import add_counterpart, read_you_and_we
from server.contract.role_words import role_word
from server.contract.roles import Standing, judge_roles
from server.contract.short_names import Named
from server.contract.signatures import read_signatures
from server.contract.stand_ins import count_uses, find_doers, find_role_words, with_short
from server.contract.ventures import binds_both, is_nda
from server.model import Note, Paragraph, Party, Section

_MOST = 8
STATUTE = re.compile(r"§|\bet seq\b")
DRAFTING_NOTE = re.compile(r"\W{0,3}(?:drafting note|note to (?:draft|drafter|counsel))\b", re.IGNORECASE)
# a party that is told rather than named: "the company set forth below"
_TOLD = re.compile(r"(?:the|an?|any|each)\s[a-z]")
# "Acme Ltd" and "Acme Limited" are one, "Acme Holdings Ltd" is another
_FORMS = re.compile(rf"(?:,?\s+{FORM.pattern})+$")
_LONG = 5000
# a lean less than this is chance
_LEAN = 0.05


def find_parties(paragraphs: Sequence[Paragraph], sections: Sequence[Section], me: str = "") -> tuple[tuple[Party, ...], tuple[Note, ...]]:
    """The parties, contractor's side marked as `is_me`, and Notes that say how that was told.

    me: any name the contract gives the reader's side; a name that no party has is a warning, and the side is inferred as without it.
    """
    paragraphs = [replace(p, text="") if DRAFTING_NOTE.match(p.text) else p for p in paragraphs]
    text = "\n".join(p.text for p in paragraphs if p.story in ("body", "cell", "textbox"))
    named = [one for one in _gather(paragraphs, sections, text) if not STATUTE.search(one.name)]
    if not named or (len(text) > _LONG and not any(sum(count_uses(name, text) for name in one.shorts or (one.name,)) > 2 for one in named)):
        named = _stand_in(text, named)
    if not named:
        named = find_role_words(text)
        notes = (Note("warning", "No parties were found; the wording uses the words that the text itself uses for them."),) if named else ()
    else:
        notes = ()
    named = named[:_MOST]
    mutual = binds_both(text)
    standings = judge_roles(text, [(*_aliases(one), *([one.side] if one.side else [])) for one in named], mutual)
    mine, why = _choose_me(named, standings, me, is_nda(text))
    if me and mine is not None and _answers_to(named[mine], me):
        standings = _side_with(standings, mine)
    parties = tuple(as_party(one, standing, text, at == mine) for at, (one, standing) in enumerate(zip(named, standings, strict=True)))
    return parties, (*notes, *why)


def _stand_in(text: str, named: list[Named]) -> list[Named]:
    """Those who promise most, where they have names of their own; else whoever was found."""
    doers = find_doers(text)
    return named if not doers or all(role_word(one.name) for one in doers) else doers


def _gather(paragraphs: Sequence[Paragraph], sections: Sequence[Section], text: str) -> list[Named]:
    """Parties from every place that names them: the preamble first, then cover, pronouns, signatures; one entry each."""
    actors = find_actors(text)
    found = _merge([], [with_short(one, text, actors) for one in read_preamble(paragraphs, actors)])
    for more in (read_labelled(paragraphs), read_cover(paragraphs, actors)):
        found = _complete(found, more)
    told = len(found) >= 2 and any(short.lower() in ("you", "we", "us") for one in found for short in one.shorts)
    pronouns = () if told else read_you_and_we(paragraphs)
    if pronouns and (len(found) < 2 or any(_same(one, other) for one in pronouns for other in found)):
        found = _merge_pronouns(found, pronouns)
    if len(found) < 2 or pronouns:
        scattered = read_scattered(paragraphs, actors)
        found = _complete(found, scattered) if len(found) < 2 else _merge(found, [one for one in scattered if _known(one, found)])
    if len(found) < 2:
        found = _merge(found, read_meanings(paragraphs, actors))
    if len(found) < 2:
        start = next((section.first for section in sections if section.kind == "signature"), max(0, len(paragraphs) - 30))
        found = _merge(found, read_signatures(paragraphs, start, actors))
    if len(found) == 1 and not pronouns and found[0].shorts:
        found = _merge(found, find_role_words(text, found[0].shorts[0]))
    found = list(add_counterpart(found, text))
    return make_distinct(found) if len(found) >= 2 or pronouns else []


def _complete(found: list[Named], more: Sequence[Named]) -> list[Named]:
    """Adds parties while there are fewer than two, and names to those already there."""
    few = len(found) < 2
    return _merge(found, [one for one in more if few or _known(one, found)]) if few or any(_known(one, found) for one in more) else found


def _known(one: Named, found: Sequence[Named]) -> bool:
    return any(_same(one, other) for other in found)


def _merge(found: list[Named], more: Sequence[Named]) -> list[Named]:
    """Adds parties; one that shares a name with a party already there gives it its names."""
    merged = list(found)
    for one in more:
        at = next((at for at, other in enumerate(merged) if _same(one, other)), None)
        if at is None:
            merged.append(one)
        else:
            other = merged[at]
            vague = is_placeholder(other.name) or role_word(other.name) or _TOLD.match(other.name)
            name = one.name if vague and one.name else other.name
            shorts = tuple(dict.fromkeys((*other.shorts, *one.shorts)))
            merged[at] = replace(other, name=name, shorts=shorts)
    return merged


def _merge_pronouns(found: list[Named], pronouns: Sequence[Named]) -> list[Named]:
    merged = list(found)
    for one in pronouns:
        at = next((at for at, other in enumerate(merged) if _same(one, other)), None)
        if at is not None:
            merged[at] = replace(merged[at], shorts=tuple(dict.fromkeys((*merged[at].shorts, *one.shorts))))
        elif len(merged) < 2:
            merged.append(one)
    return merged


def make_distinct(found: Sequence[Named]) -> list[Named]:
    """The parties, no two with the same name: a blank or a short name that several bear tells none of them, where they have another."""
    bearers: dict[str, int] = {}
    for one in found:
        for alias in {_plain(alias) for alias in (one.name, *one.shorts)}:
            bearers[alias] = bearers.get(alias, 0) + 1
    distinct = []
    for one in found:
        shorts = tuple(short for short in one.shorts if bearers[_plain(short)] == 1)
        own = bearers[_plain(one.name)] == 1
        name = one.name if own or not shorts else shorts[0]
        distinct.append(replace(one, name=name, shorts=shorts if shorts or own else one.shorts))
    return distinct


def _same(one: Named, other: Named) -> bool:
    mine = {_plain(name) for name in _aliases(one)}
    same = any(_plain(name) in mine for name in _aliases(other)) or _bare(one) == _bare(other) != ""
    return same or _begins(one, other) or _begins(other, one)


def _begins(one: Named, other: Named) -> bool:
    """Whether a name that stands alone is how another's full name begins: "T-Mobile" and "T-MOBILE NETHERLANDS B.V."."""
    bare = _bare(one)
    return bool(bare) and not one.shorts and not is_company(one.name) and has_form(other.name) and _plain(other.name).startswith(bare + " ")


def _bare(one: Named) -> str:
    """The full name without its legal form, of a party whose name says more than a role."""
    bare = _plain(_FORMS.sub("", one.name))
    return "" if is_placeholder(one.name) or role_word(bare) or len(bare) < 5 else bare


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", " ", name.lower().removeprefix("the ")).strip() or name


def _aliases(named: Named) -> tuple[str, ...]:
    """Every name of a party, short ones first; the full name also without its legal form's full stop."""
    names = [*named.shorts]
    if named.name and not is_placeholder(named.name):
        names += [
            named.name,
            named.name.rstrip("."),
            *([named.name + "."] if has_form(named.name) and not named.name.endswith(".") else []),
        ]
    return tuple(dict.fromkeys(names)) or (named.name,)


def _choose_me(named: Sequence[Named], standings: Sequence[Standing], me: str, nda: bool) -> tuple[int | None, tuple[Note, ...]]:
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
    at, how = _guess_me(named, standings, nda)
    notes.append(
        Note("warning", f"No side clearly does the work; read as the side of {_shown(named[at])}, {how}. Name your side to change that.")
    )
    return at, tuple(notes)


def _guess_me(named: Sequence[Named], standings: Sequence[Standing], nda: bool) -> tuple[int, str]:
    """The reader's side where nobody clearly works: a person facing a company, else whom most speaks for; and the words for it."""
    people = [at for at, one in enumerate(named) if is_person(one.name) and not is_company(one.name)]
    if len(people) in range(1, len(named)):
        return people[0], "a person facing a company"
    leaning = max(range(len(named)), key=lambda at: (standings[at].lean, -at))
    if standings[leaning].lean > _LEAN:
        return leaning, "of whom more is said that a supplier does"
    return min(1, len(named) - 1), "the side that an NDA is usually sent to" if nda else "the second party named"


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
        else (
            standing
            if standing.role == "client" or (standing.role == "other" and len(standings) > 2)
            else Standing("client", "faces the reader's side", 1.0)
        )
        for at, standing in enumerate(standings)
    )
