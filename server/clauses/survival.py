"""The survival list: the provisions that outlive the contract, by number or by heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from server.clauses.labels import bare
from server.clauses.rows import Growth, add_rows, rows_under
from server.clauses.series import Series, grown, read_series, writes_serial_comma
from server.model import Contract, Section, Span

_SURVIVES = re.compile(r"\bsurviv(?:e|es|al|ing)\b", re.IGNORECASE)
_STAYS = re.compile(
    r"(?<!agreement )(?<!amendment )(?<!contract )(?<!term )(?:\b(?:shall|will|must|to) )?"
    r"(?:\b(?:remains?|stays?) in (?:full )?(?:force|effect)\b|\bcontinues? (?:in (?:full )?(?:force|effect)|to apply|after|beyond)\b"
    r"|\bcarr(?:y|ies) on\b|\bkeeps? (?:on )?applying\b|\bstill appl(?:y|ies)\b|\boutl(?:ive|ast)s?\b|\blasts? beyond\b)"
    r"(?![^.;]{0,80}\b(?:until|unless)\b)",
    re.IGNORECASE,
)
_CUE = re.compile(r"surviv|\b(?:remains? in|stays? in|continues? |carr(?:y|ies) on|keeps? |still appl|outl|lasts? beyond)", re.IGNORECASE)
_ENDS = re.compile(
    r"\b(?:terminat\w+|expir\w+|(?:the|after|on|any|an) end|ends|ended|over|stops?|completion|cancellation|outl(?:ive|ast)s?)\b",
    re.IGNORECASE,
)
_SOON = 60  # the list stands next to its verb
_OF_PROVISIONS = re.compile(
    r"(?:^|[.:;]\s+|[–—-]\s)\W*(?:(?:the|all|any|each|provisions?|terms|obligations|rights|duties|conditions|parties['’]|respective|and"
    r"|or|of|in|under|contained|set|out|forth|this|agreement['’]s|following|sections?|clauses?)\s+)*$",
    re.IGNORECASE,
)
_FOR_A_TIME = re.compile(r"\bsurviv\w+\b[^.;]{0,60}\bfor [^.;]{0,30}[ -](?:days?|months?|years?)\b", re.IGNORECASE)
_ASIDE = re.compile(
    r"(?:this|subject to|pursuant to|in accordance with|notwithstanding|except\b[^,;]{0,40}|terminat\w+ (?:\w+ ){0,3}(?:under|of|by))\s*$",
    re.IGNORECASE,
)
_WORD = r"(?:(?:Sub-?)?(?:Sections?|Clauses?|Articles?|Paragraphs?)\s+|§§?\s?)"
_LABEL = r"(?:\d{1,3}(?:\.\d{1,3})*[A-Z]?(?:\s?\((?:[a-z]{1,4}|\d{1,2})\))*|[IVXL]{1,6}(?![a-z\w]))"
_TITLE = (
    r"(?:\s?\(\s?[\"“]?(?=[A-Z])(?P<head>[^()]{2,90}?)[\"”]?\s?\)|,?\s[\"“](?P<quoted>[^\"“”]{2,80})[\"”]"
    r"|\s[-–—]\s(?P<dashed>[A-Z][\w ]{2,50}))?"
)
_LIMITS = r"(?:\s(?:for|to the extent|insofar as|as long as|only)\b[^,;.()]{3,60}?(?=[,;]))?"  # "1.2 (Non-Solicitation) for one year,"
_ITEM = re.compile(rf"(?P<word>(?i:{_WORD}))?(?P<label>{_LABEL}){_TITLE}{_LIMITS}")
_FIRST = re.compile(rf"(?<!\w)(?i:{_WORD})(?={_LABEL})")
_GAP = re.compile(r"\s*[,;]?\s*(?:(?:and/or|and|or|&|to|through|until)\b|[-–—])?\s*(?:\((?:[a-z]|\d{1,2})\)\s*)?", re.IGNORECASE)
_OUTSIDE = re.compile(r"\s*(?:of|in|under|to) (?!this\b|these\b|the agreement\b)(?:the |that )?[A-Z]")
_NAMES = re.compile(
    r"\b(?:provisions?|obligations|sections?|clauses?|terms|articles?)\s(?:on|of|regarding|relating to|titled|entitled|headed|concerning"
    r"|about"
    r"|under the headings?)\s(?P<names>[^.;:]{5,400}?)(?:,? (?:which|that))?,?\s(?:shall|will|survives?|continue|are intended|remain)\b",
    re.IGNORECASE,
)


_NAME = re.compile(r"(?:^|[,;]\s*(?:and |or )?|\s(?:and|or)\s)([^,;\s][^,;]*?)(?=\s*[,;]|\s(?:and|or)\s|$)")
_HEAD = 40  # characters: a row begins with what it names


@dataclass(frozen=True, slots=True)
class Roll:
    """A survival list. reach: the paragraphs of what it names. names: its members where it lists headings. rows: its members' paragraphs.

    titled: whether it adds headings to numbers; word: what stands before each number ("Section "), "" where nothing does.
    """

    series: Series
    reach: tuple[range, ...]
    names: tuple[str, ...] = ()
    rows: tuple[int, ...] = ()
    titled: bool = False
    word: str = ""

    def covers(self, contract: Contract, chain: Sequence[int]) -> bool:
        """Whether a provision that lies in these sections survives already."""
        held = [contract.sections[n] for n in chain]
        if {section.heading.lower() for section in held if section.heading} & {name.lower() for name in self.names}:
            return True
        return any(section.first in stretch and section.last in stretch for section in held for stretch in self.reach)


@dataclass(frozen=True, slots=True)
class Survivor:
    """A provision that is to survive: its number and heading, "" where it has none, and the sections that it lies in."""

    number: str
    heading: str
    chain: tuple[int, ...]


def find_rolls(contract: Contract) -> tuple[Roll, ...]:
    """The contract's survival lists, in order."""
    return tuple(roll for paragraph in contract.paragraphs for roll in _rolls_of(contract, paragraph.index))


def lengthen(contract: Contract, roll: Roll, survivors: Sequence[Survivor]) -> Growth:
    """The list with those survivors that it does not cover yet; nothing where none has a number (or heading) to be listed by."""
    words = [_member(roll, one) for one in survivors if not roll.covers(contract, one.chain)]
    words = [word for word in dict.fromkeys(words) if word]
    if not words:
        return Growth()
    if roll.rows:
        return add_rows(contract, roll.rows, words)
    serial = writes_serial_comma(contract)
    series = roll.series
    for word in words:
        series = grown(series, word, _at(series, word), serial)
    edits = [(roll.series.span, series.words)]
    return Growth((*_in_the_plural(contract, roll), *edits) if len(roll.series.items) == 1 else tuple(edits))


def _member(roll: Roll, survivor: Survivor) -> str:
    """How the list writes a provision: "3.4", "3.4 (No AI Training)", "Section 3.4" or "No AI Training"."""
    if roll.names:
        return survivor.heading
    if not survivor.number:
        return ""
    titled = f" ({survivor.heading})" if roll.titled and survivor.heading else ""
    return f"{roll.word}{survivor.number}{titled}"


def _at(series: Series, member: str) -> int:
    """Where a number goes in a list that is in order; at the end of one that is not."""
    keys = [_key(item) for item in series.items]
    mine = _key(member)
    if mine is None or None in keys or keys != sorted(key for key in keys if key is not None):
        return len(keys)
    return sum(key < mine for key in keys if key is not None)


def _key(item: str) -> tuple[int, ...] | None:
    number = re.search(r"\d+(?:\.\d+)*", item)
    return tuple(int(part) for part in number.group().split(".")) if number else None


def _in_the_plural(contract: Contract, roll: Roll) -> Iterator[tuple[Span, str]]:
    """What a list of one needs to become a list of two: "Section 5 survives" is "Sections 5 and 9 survive"."""
    span = roll.series.span
    text = contract.paragraphs[span.paragraph].text
    word = re.search(r"(Section|Clause|Article|Paragraph)(\s+)$", text[: span.start], re.IGNORECASE)
    if word:
        yield Span(span.paragraph, word.start(), word.end(1)), word.group(1) + ("S" if word.group(1).isupper() else "s")
    verb = re.match(r"\s+survives\b", text[span.end :])
    if verb:
        end = span.end + verb.end()
        yield Span(span.paragraph, end - len("survives"), end), "survive"


def _rolls_of(contract: Contract, number: int) -> Iterator[Roll]:
    text = contract.paragraphs[number].text
    if not _CUE.search(text):
        return
    last = contract.sentences[number][-1] if contract.sentences[number] else Span(number, 0, len(text))
    rows = rows_under(contract, number) if text.rstrip().endswith(":") and _outlives(text[last.start :]) else ()
    heads = [_FIRST.search(contract.paragraphs[row].text, 0, _HEAD) for row in rows]
    items = [_ITEM.match(contract.paragraphs[row].text, head.start()) for row, head in zip(rows, heads, strict=True) if head]
    if rows and len(items) == len(rows):
        yield _roll(contract, Series(Span(number, 0, len(text)), ("",)), [item for item in items if item], rows)
        return
    for sentence in contract.sentences[number] or (Span(number, 0, len(text)),):
        words = text[sentence.start : sentence.end]
        if _outlives(words) and not _FOR_A_TIME.search(words):
            yield from _in_line(contract, sentence)


def _outlives(words: str) -> bool:
    """Whether a sentence says that something outlives the contract; that the contract itself runs for a time is no such thing."""
    return bool(_SURVIVES.search(words) or (_STAYS.search(words) and _ENDS.search(words)))


def _is_list(text: str, run: Sequence[re.Match[str]], sentence: Span) -> bool:
    """Whether the members are what survives: beside the verb where that is a plain one, and one alone only as the whole subject."""
    begin, end = run[0].start(), run[-1].end()
    survives = _SURVIVES.search(text, sentence.start, sentence.end)
    stays = _STAYS.search(text, end, min(end + _SOON, sentence.end)) or text[sentence.start : begin].rstrip().endswith(":")
    if not (survives or stays):
        return False
    if len(run) > 1:
        return True
    verb = (_SURVIVES if survives else _STAYS).search(text, end, min(end + _SOON, sentence.end))
    before = _OF_PROVISIONS.search(text[:begin])
    listed = text[sentence.start : begin].rstrip().endswith(":")
    return listed or bool(verb and before and not re.search(r"[,;]", text[end : verb.start()]))


def _in_line(contract: Contract, sentence: Span) -> Iterator[Roll]:
    text = contract.paragraphs[sentence.paragraph].text
    runs = [_run(text, first.start(), sentence.end) for first in _FIRST.finditer(text, sentence.start, sentence.end)]
    runs = [run for run in runs if run and not _ASIDE.search(text[: run[0].start()]) and not _OUTSIDE.match(text, run[-1].end())]
    runs = [run for run in runs if _is_list(text, run, sentence)]
    if runs:
        run = max(runs, key=len)
        places = [(item.start("label") if n == 0 else item.start(), item.end()) for n, item in enumerate(run)]
        yield _roll(contract, read_series(sentence.paragraph, text, places), run)
        return
    named = _NAMES.search(text, sentence.start, sentence.end)
    if named:
        found = [part for part in _NAME.finditer(named["names"]) if part[1].strip(' "“”')]
        start = named.start("names")
        places = [(start + part.start(1), start + part.end(1)) for part in found]
        names = tuple(text[begin:end].strip('"“” ') for begin, end in places)
        if len(names) > 1 and all(name[:1].isupper() for name in names):
            yield Roll(read_series(sentence.paragraph, text, places), (), names)


def _run(text: str, start: int, stop: int) -> list[re.Match[str]]:
    """The members that follow each other from a place on."""
    run: list[re.Match[str]] = []
    item = _ITEM.match(text, start, stop)
    while item:
        run.append(item)
        gap = _GAP.match(text, item.end(), stop)
        item = _ITEM.match(text, gap.end(), stop) if gap and gap.group().strip() else None
    return run


def _roll(contract: Contract, series: Series, run: Sequence[re.Match[str]], rows: tuple[int, ...] = ()) -> Roll:
    sections = _by_label(contract)
    targets = [sections.get(re.sub(r"\s", "", item["label"]).lower()) for item in run]
    reach = [range(target.first, target.last + 1) for target in targets if target]
    for left, right in zip(range(len(run)), range(1, len(run)), strict=False):
        first, last = targets[left], targets[right]
        between = run[left].string[run[left].end() : run[right].start()] if run[left].string is run[right].string else ""
        if first and last and re.search(r"\b(?:to|through|until)\b|[-–—]", between):
            reach.append(range(first.first, last.last + 1))
    titled = 2 * sum(bool(item["head"] or item["quoted"] or item["dashed"]) for item in run) >= len(run)
    word = (run[1]["word"] or "") if len(run) > 1 else ""
    return Roll(series, tuple(reach), rows=rows, titled=titled, word=word)


def _by_label(contract: Contract) -> dict[str, Section]:
    """Sections by the number under which they are cited: "(a)" of 8.2 is "8.2(a)". Of several with one number one with a heading counts:
    a numbered list of instructions before the contract has none.
    """
    found: dict[str, Section] = {}
    full: list[str] = []
    for section in contract.sections:
        own = bare(section.label).replace(" ", "")
        parent = full[section.parent] if section.parent is not None else ""
        full.append(parent + own if own.startswith("(") else own or parent)
        if own and section.kind not in ("contents", "schedule"):
            known = found.get(full[-1].lower())
            if known is None or (section.heading and not known.heading):
                found[full[-1].lower()] = section
    return found
