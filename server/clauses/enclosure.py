"""An annex filled for one contract: its own names, terms and parameters, the passages that apply, numbers counted anew."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from server.clauses.annex_source import AnnexSource, Passage, number_paths, renumber, shown_label
from server.clauses.blocks import RungText
from server.clauses.clause import Parameter
from server.clauses.desk import Desk
from server.clauses.folding import sides
from server.clauses.hits import Hit
from server.clauses.jurisdictions import fits
from server.clauses.library import Library
from server.clauses.operative import is_top
from server.clauses.parameters import read_values
from server.clauses.placement import is_whole_heading
from server.clauses.wording import Gaps, Writer
from server.errors import WordingError
from server.model import Annex, AnnexLine, AnnexTable, Contract, Insertion, Party, Samples

_PROSE = 80
_BLANK = re.compile(r"[{}\[\]_]|\.{3}|\u2026")  # a form's own gap is no name
BLANK = Contract(
    (), parties=(Party("", ("Client",), "client", article="the"), Party("", ("Contractor",), "contractor", True, article="the"))
)
_SIGNING = ("Signature", "Name", "Title", "Date")


def enclose(desk: Desk, finding: str, worded: Sequence[tuple[Hit, RungText]]) -> tuple[tuple[Insertion, ...], set[str]]:
    """The annex that comes with a finding's wording, as an insertion behind the body (none or one), and the parameters it uses."""
    name = next((named for hit, text in worded if text.annex and (named := desk.block(hit).annex)), "")
    if not name:
        return (), set()
    source, contract = desk.library.annexes[name], desk.contract
    last = max(p.index for p in contract.paragraphs if p.story in ("body", "cell"))
    annex = fill_annex(source, contract, desk.writer, desk.annexes[finding])
    return (Insertion(finding, last, (), "", annex),), set(source.head.parameters)


def fill_annex(source: AnnexSource, contract: Contract, writer: Writer, label: str) -> Annex:
    """The annex as it will stand behind the contract. label: "Schedule 2". Raises WordingError where a placeholder cannot be filled."""
    title = f"{label}: {source.head.title}"
    samples = find_samples(contract)
    if samples.title is not None and contract.paragraphs[samples.title].text.isupper():
        title = title.upper()
    blocks = (AnnexLine(title, "title"), *_blocks(source, contract, writer, label.split()[0]))
    return Annex(source.name, label, source.head.title, blocks, samples)


def fill_alone(library: Library, name: str, contract: Contract | None = None, settings: Mapping[str, str] | None = None) -> Annex:
    """The annex as a document of its own: above it who the parties are and what agreement it belongs to, below it room to sign.

    Without a contract the sides are called the Contractor and the Client. Raises WordingError for no such annex or unknown sides.
    """
    source = library.annexes.get(name)
    if source is None:
        raise WordingError(f"There is no annex '{name}'.", f"There are: {', '.join(sorted(library.annexes))}.")
    theirs = _from_outside(contract or BLANK)
    me, them = sides(theirs)
    if not me or not them:
        raise WordingError("The contract does not say who the parties are.", "Name your side with --me.")
    body = _blocks(source, theirs, Writer(theirs, read_values(_asked(library, source), settings or {})), source.head.word)
    agreement = theirs.style.agreement
    head = AnnexTable((("In this document", "means"), _who(them[0]), _who(me[0]), (_capital(agreement), _plain_name(theirs.title))), (2, 5))
    names = _capital(them[0].subject), _capital(me[0].subject)
    signing = AnnexTable((names, *((f"{word}:", f"{word}:") for word in _SIGNING)), (1, 1))
    terms = [AnnexLine(f"Other terms that begin with a capital letter have the meaning given in {agreement}.")] if theirs.terms else []
    first: list[AnnexLine | AnnexTable] = [AnnexLine(source.head.title, "title"), head, *terms]
    return Annex(name, "", source.head.title, (*first, *body, AnnexLine("Signatures", "heading"), signing), find_samples(theirs))


def _asked(library: Library, source: AnnexSource) -> tuple[Parameter, ...]:
    """The library's parameters with those of an annex that no clause names."""
    return tuple({one.name: one for one in (*library.parameters, *source.head.parameters.values())}.values())


def _from_outside(contract: Contract) -> Contract:
    """The contract as another document speaks of it, whatever it calls itself; the table above says which it is."""
    return replace(contract, style=replace(contract.style, agreement="the Agreement"))


def _who(party: Party) -> tuple[str, str]:
    name = "" if party.name in (party.subject, *party.short) else _plain_name(party.name)
    return _capital(party.subject), name


def _plain_name(text: str) -> str:
    """A name as written; "" for one that the form leaves blank."""
    return "" if _BLANK.search(text) else text.strip()


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


# ---------------------------------------------------------------- passages
def _blocks(source: AnnexSource, contract: Contract, writer: Writer, word: str) -> Iterator[AnnexLine | AnnexTable]:
    """word: what the annex calls itself, "this Schedule"."""
    passages = tuple(passage for passage in source.passages if _applies(source, passage, contract, writer))
    labels, paths = _count(passages)
    numbers = {typed: paths[passage] for typed, passage in number_paths(passages)}
    own = re.compile(rf"\b([Tt]his) (?:Annex|{re.escape(source.head.word)})\b")

    def write(text: str, opens: bool = True) -> str:
        return writer.write(own.sub(rf"\1 {word}", renumber(text, numbers)), Gaps(opens=opens)) if text else ""

    for passage in passages:
        if passage.rows:
            yield AnnexTable(tuple(tuple(write(cell) for cell in row) for row in passage.rows), passage.widths)
        else:
            text = write(passage.text, opens=passage.level != 2)
            yield AnnexLine(text, "heading" if passage.is_heading else "text", passage.level, labels.get(passage, ""))


def _applies(source: AnnexSource, passage: Passage, contract: Contract, writer: Writer) -> bool:
    kind, value = passage.condition
    if kind == "law":
        fitting = [law for law in source.laws if fits(law, contract)]
        return value in fitting[:1] if fitting else value == "other"
    return not kind or writer.defines(value) == (kind == "if defined")


def _count(passages: tuple[Passage, ...]) -> tuple[dict[Passage, str], dict[Passage, str]]:
    """The numbers shown beside the numbered passages ("2.", "2.1", "(a)"), and how they are referred to ("2", "2.1", "2.1(a)")."""
    counts, above = [0, 0, 0], ""
    labels: dict[Passage, str] = {}
    paths: dict[Passage, str] = {}
    for passage in (one for one in passages if one.level is not None):
        level = passage.level or 0
        counts[level] += 1
        counts[level + 1 :] = [0] * (2 - level)
        label = shown_label(counts, level)
        above = above if level == 2 else label.rstrip(".")
        labels[passage], paths[passage] = label, above + label if level == 2 else above
    return labels, paths


# ---------------------------------------------------------------- what it looks like
def find_samples(contract: Contract) -> Samples:
    """The paragraphs whose look an annex takes: running text, a provision's heading, the heading of an annex or the contract's title."""
    prose = [p for p in contract.paragraphs if p.story == "body" and len(p.text) >= _PROSE]
    styles = Counter(p.style for p in prose)
    usual = max(styles, key=lambda style: styles[style]) if styles else ""
    text = next((p.index for p in prose if p.style == usual), None)
    tops = (n for n in range(len(contract.sections)) if is_top(contract, n) and is_whole_heading(contract, contract.sections[n]))
    heading = next((contract.sections[n].first for n in tops if contract.paragraphs[contract.sections[n].first].story == "body"), None)
    annexed = [s.first for s in contract.sections if s.kind == "schedule" and s.parent is None and is_whole_heading(contract, s)]
    named = [p.index for p in contract.paragraphs if contract.title and p.story == "body" and p.text.strip() == contract.title.strip()]
    return Samples(text, heading, next(iter((*annexed, *named)), None))
