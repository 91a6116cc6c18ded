"""The force-majeure list: the events that excuse, in a sentence or in rows of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from server.clauses.rows import Growth, add_rows, rows_under
from server.clauses.series import writes_serial_comma
from server.model import Contract, Span

_CUE = re.compile(
    r"\bforce majeure\b|\bacts? of god\b|\b(?:beyond|outside|not within)\b[^.;]{0,40}\bcontrol\b"
    r"|\bunforesee(?:n|able)\b[^.;]{0,30}\bevents?\b"
    r"|\bexcus(?:ed|able)\b[^.;]{0,60}\b(?:delay|performance|events?)|\b(?:relief|excusable) events?\b|\bhigher power\b|\bvis maior\b"
    r"|\b(?:nobody|no one|neither|not|cannot)\b[^.;]{0,30}\b(?:foresee[ns]?|avoid(?:ed)?|to blame|prevent(?:ed)?)\b"
    r"|\b(?:reliev|releas|prevent|hinder|suspend)\w*\b[^.;]{0,60}\b(?:perform\w*|obligations?|dut(?:y|ies)|liability|part)\b",
    re.IGNORECASE,
)
_NOT_IT = re.compile(
    r"\b(?:does|do|shall|will) not (?:include|constitute|excuse)\b|\bexcluding\b|\bother than\b[^.]{0,30}\bforce", re.IGNORECASE
)
_EVENT = re.compile(
    r"\b(?:acts? of (?:god|nature|the public enem\w+|(?:any )?(?:civil|military|government\w*)\b[\w ]{0,20}|war|terror\w*)"
    r"|natural (?:disasters?|catastrophes?)"
    r"|wars?|warfare|hostilities|terroris[mt]\w*|riots?|civil (?:unrest|commotion|disturbances?|disorders?)|insurrections?|rebellion"
    r"|invasion|blockades?|civil wars?|droughts?|landslides?|tsunamis?|collapse of buildings|epizootics?|plagues?|disasters?"
    r"|(?:nuclear|chemical|biological|radioactive)\b[\w, ]{0,30} contamination|official orders?|orders? of (?:the |an? )?authorit(?:y|ies)"
    r"|(?:labou?r or )?trade disputes?|(?:bans?|prohibitions?) (?:on|of) (?:ex|im)ports?|ice on waterways"
    r"|embargo(?:es)?|sabotage|strikes?|lock-?outs?|labou?r (?:disputes?|disturbances?|unrest|difficult\w*|shortages?|problems?|actions?)"
    r"|industrial (?:action|disputes?)|fires?|floods?|flooding|earthquakes?|storms?|hurricanes?|tornado(?:e?s)?|typhoons?|explosions?"
    r"|pandemics?"
    r"|epidemics?|quarantines?|(?:power|utility|network|internet|communications?|telecommunications?) (?:failures?|outages?|interruptions?)"
    r"|failures? of (?:power|utilit\w+|the internet|public \w+|telecommunications?)|accidents?|acts? or orders? of [\w ]{0,30}government\w*"
    r"|government\w* (?:acts?|actions?|orders?|restrictions?|regulations?)"
    r"|(?:severe|extreme|adverse|inclement) weather\w*(?: conditions)?)\b",
    re.IGNORECASE,
)
_EXCUSES = re.compile(
    r"\b(?:liable|responsible|breach|default|excus\w*|delay\w*|fail\w*|force majeure|blame|suspend\w*|reliev\w*|releas\w*|relief|prevent\w*"
    r"|stops?|hinder\w*)\b",
    re.IGNORECASE,
)
_BREAK = re.compile(r"\b(?:shall|will|may|must|is|are|provided|however|part(?:y|ies)|such)\b|\.\s", re.IGNORECASE)
_OTHER = re.compile(r"(?:,|;)?\s*\b(?:or|and)\s+(?:any |all )?(?:other|similar|such other|like)\b", re.IGNORECASE)
_LOOSE = re.compile(
    r"\b(?:causes?|events?|circumstances?|matters?|reasons?|occurrences?|factors?|acts?|conditions?|contingenc\w+)\b|control", re.IGNORECASE
)
_JOINT = re.compile(r"(?:\s*[,;])?\s+(?:or|and|and/or)\s+(?:[\w-]+ ){0,3}$", re.IGNORECASE)
_NEAR = 120  # characters between two events of one list
_MARK = re.compile(r"\(([a-z]|\d{1,2})\)\s*$")
_CONTROL = re.compile(
    r"\b(?:beyond|outside|not within)\b[^.;,]{0,60}?\bcontrol\b(?: of (?:that|the affected|either|such|a) party)?", re.IGNORECASE
)


def find_events(contract: Contract) -> Span | None:
    """The words that say what excuses: the sentence, or the lead-in of rows; None where the contract has no such clause."""
    best: tuple[int, Span] | None = None
    for number, paragraph in enumerate(contract.paragraphs):
        if paragraph.story != "body" or not _CUE.search(paragraph.text):
            continue
        for sentence in contract.sentences[number] or (Span(number, 0, len(paragraph.text)),):
            score = _score(contract, sentence)
            if score and (best is None or score > best[0]):
                best = score, sentence
    return best[1] if best else None


def add_events(contract: Contract, sentence: Span, events: Sequence[str], after: str) -> Growth:
    """The list with more events, in its own grammar. after: a sentence to follow the list's own, "" for none."""
    rows = rows_under(contract, sentence.paragraph)
    text = contract.paragraphs[sentence.paragraph].text
    if rows and text.rstrip().endswith(":"):
        return _with_sentence(add_rows(contract, rows, events), after)
    edits = [*_in_line(contract, sentence, events)]
    if after:
        edits.append((Span(sentence.paragraph, sentence.end, sentence.end), f" {after}"))
    return Growth(tuple(edits))


def _with_sentence(growth: Growth, after: str) -> Growth:
    """The sentence that follows a list of rows stands in its last row."""
    *before, (place, last) = growth.rows
    return replace(growth, rows=(*before, (place, replace(last, text=f"{last.text} {after}")))) if after else growth


def _score(contract: Contract, sentence: Span) -> int:
    """How much a sentence looks like the list: the number of its events; 1 for a bare "beyond its control" that excuses."""
    text = contract.paragraphs[sentence.paragraph].text[sentence.start : sentence.end]
    if _NOT_IT.search(text):
        return 0
    if text.rstrip().endswith(":"):
        return 3 * sum(bool(_EVENT.search(contract.paragraphs[row].text)) for row in rows_under(contract, sentence.paragraph))
    events = len(_cluster(text))
    if not _EXCUSES.search(text):
        return 0
    return 2 * events if events > 1 else int(bool(_CONTROL.search(text)))


def _cluster(text: str) -> list[re.Match[str]]:
    """The longest run of events that stand close together."""
    runs: list[list[re.Match[str]]] = [[]]
    for event in _EVENT.finditer(text):
        between = text[runs[-1][-1].end() : event.start()] if runs[-1] else ""
        if len(between) > _NEAR or _BREAK.search(between):
            runs.append([])
        runs[-1].append(event)
    return max(runs, key=len)


def _in_line(contract: Contract, sentence: Span, events: Sequence[str]) -> Iterator[tuple[Span, str]]:
    text = contract.paragraphs[sentence.paragraph].text
    words = text[sentence.start : sentence.end]
    run = _cluster(words)
    if len(run) < 2:
        yield from _after_control(contract, sentence, events)
        return
    marks = [mark for one in run if (mark := _MARK.search(words[: one.start()]))]
    if len(marks) > 1:
        yield from _lettered(sentence, words, (run, marks), events)
        return
    comma = ";" if words[run[0].end() : run[-1].start()].count(";") > 1 else ","
    at = sentence.start + _last_joint(words, run)
    yield Span(sentence.paragraph, at, at), "".join(f"{comma} {event}" for event in events)


def _last_joint(words: str, run: Sequence[re.Match[str]]) -> int:
    """Where the last member's "or" begins: new members go before it. A list without one is lengthened at its end."""
    other = _OTHER.match(words, run[-1].end())
    if other:
        return other.start()
    joint = _JOINT.search(words[: run[-1].start()])
    if joint is None or joint.start() < run[-2].end() - 1:
        return run[-1].end()
    if re.search(r"\bother\b|\bsimilar\b", joint.group()) and not _LOOSE.search(run[-1].group()) and len(run) > 2:
        return run[-3].end()  # "fire, flood or other natural disasters": what is no disaster goes before the pair
    return joint.start()


def _lettered(
    sentence: Span, words: str, found: tuple[Sequence[re.Match[str]], Sequence[re.Match[str]]], events: Sequence[str]
) -> Iterator[tuple[Span, str]]:
    """ "(a) fire; (b) war; or (c) flood": the new ones are "(d)" and on, and the "or" moves."""
    _, marks = found
    last = marks[-1]
    stop = re.compile(r"[;.]|,(?= [^,;.]{0,30}\b(?:shall|will|may|must|provided|then)\b)|$").search(words, last.end())
    end = stop.start() if stop else len(words)
    before = re.search(r"\s+(and/or|and|or)\s*$", words[: last.start()])
    gap = words[marks[-2].end() : last.start()]
    comma = ";" if ";" in gap else ","
    if before:
        yield Span(sentence.paragraph, sentence.start + before.start(), sentence.start + before.end(1)), ""
    mark = last.group(1)
    for number, event in enumerate(events):
        mark = str(int(mark) + 1) if mark.isdigit() else chr(ord(mark) + 1)
        joint = f" {before.group(1)}" if before and number == len(events) - 1 else ""
        yield Span(sentence.paragraph, sentence.start + end, sentence.start + end), f"{comma}{joint} ({mark}) {event}"


def _after_control(contract: Contract, sentence: Span, events: Sequence[str]) -> Iterator[tuple[Span, str]]:
    """No list yet: "events beyond its control" gets one."""
    text = contract.paragraphs[sentence.paragraph].text
    control = _CONTROL.search(text, sentence.start, sentence.end)
    if control is None:
        return
    serial = "," if writes_serial_comma(contract) and len(events) > 2 else ""
    listed = ", ".join(events[:-1]) + f"{serial} and {events[-1]}" if len(events) > 1 else events[0]
    closes = re.match(r"\s*[.;]", text[control.end() :]) is not None
    words = f", including {listed}" if closes else f" (including {listed})"
    yield Span(sentence.paragraph, control.end(), control.end()), words
