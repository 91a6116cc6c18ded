"""Sentences: where they start and end in a paragraph, exactly."""

from __future__ import annotations

import re

from server.contract.labels import read_label

# one class of characters first: the search leaps from one to the next
_STOP = re.compile(r"[.!?\n](?:(?<=\n)\n*|(?<!\n)(?:[.!?]*[\"”’'»)\]]*(?=\s|$|(?<=[a-z\)”\"]\.)[A-Z][a-z])|[\"”’]*(?=\[)))")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\[“\"'‘/_])(?:(?:[A-Za-z]\.)*[A-Za-z]|Inc|Ltd|Co|Corp|Bros|Cos|Dr|Mr|Mrs|Ms|Prof|Hon|Rev|St|Ave|Blvd|Rd|Ste"
    r"|Ft|Mt|Bldg|Dept|Dist|No|Nos|Art"
    r"|Arts|Sec|Secs|Sect|Para|Paras|Cl|Cls|Ch|Sched|Exh|Ex|App|Fig|Vol|pp|p|ed|al|etc|vs|v|cf|viz|approx|est|incl|excl"
    r"|max|min|fl|ca|Jr|Sr|Esq"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|tel|ext|attn|reg|regs|subsec|sub|stat|seq|supp"
    r"|cir|ct|cal|civ|rev|assn|intl"
    r"|natl|univ|govt|Rs|Cr|Pty|Pte|Pvt|Sdn|Bhd|Ges|mbH|Cie|Lda|Messrs|Lt|Col|Gen|Capt|Gov|Sen|Rep|Pres|Supt|Apt|hrs?|mins?|secs?|sq"
    r"|Ver|Dwg|Adv|Fed|Nr|Regd|Cit"
    r"|lbs?|oz|Misc|Ref|Annot|Amend|Sub-?cl|Sub-?sec|ibid|resp|bzw"
    r"|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ill|Ind|Kan|Mass|Mich|Minn|Miss|Mont|Neb|Nev|Okla|Ore|Penn|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|ph\.d|i\.e|e\.g|a\.m|p\.m|u\.s|u\.k|u\.s\.c|c\.f\.r|l\.l\.c|l\.p|n\.a|s\.a|b\.v|n\.v|d\.c|p\.o|a\.k\.a|d\.b\.a)\.$",
    re.IGNORECASE,
)
_AFTER_TITLE = re.compile(r"(?!SECTION|CLAUSE|ARTICLE|PARAGRAPH|EXHIBIT)\b[A-Z]{3,}\s\d{1,3}(?:\.\d{1,3})+\.$")
_LETTERED = re.compile(
    r"\b(?:Exhibit|Schedule|Annex|Annexure|Appendix|Attachment|Part|Party|Phase|Class|Series|Plan|Group|Tier|Option|Section|Clause)\s[A-Z]\.$"
)
_MAY_END = re.compile(
    r"(?:^|[\s(/])(?:Inc|Ltd|Co|Corp|etc|Jr|Sr|Esq|(?!e\.g|i\.e)(?:[A-Za-z]\.){1,3}[A-Za-z]|a\.m|p\.m|Ave|Blvd|St|Rd|No|Art|Ch)\.$",
    re.IGNORECASE,
)
_STARTERS = frozenset(
    re.findall(
        r"\w+",
        "The This These Those A An In If Any All Each Every Either Neither No Nothing For Upon On At By To From With Without "
        "Where When While Notwithstanding"
        " Such It Its You Your We Our They He She Except Subject Unless Until After Before During Failure Payment However "
        "Provided Both As Should Once",
    )
)
_NUMBERED = re.compile(r"\b(?:No|Nos|Section|Sec|Art|Clause|§)\.$")
_ITEM = re.compile(r"(?:[a-h]|[ivx]{1,4})[.)]\s+[A-Z]")
_LABEL_STOP = re.compile(
    r"(?:\(?(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,5})\)?|\d{1,3}(?:\.\d{1,3})*|(?:Section|Article|Clause|Exhibit|Schedule|§)\s\S{1,8})\.$"
)


def split_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of every sentence, without the white space around it; in order, not touching each other.

    A list inside a sentence ("(a) ...; (b) ...") stays one sentence; a line break ends one; a label or a heading lead-in
    ("8.2 Fees. The ...") is part of the sentence that follows only where nothing but a label stands before the stop.
    """
    found: list[tuple[int, int]] = []
    start = _skip_space(text, 0)
    label_end = _label_end(text, start)
    for stop in _STOP.finditer(text):
        if stop.end() <= start or (stop[0][0] != "\n" and not _ends(text, start, stop, label_end)):
            continue
        end = stop.start() if stop[0][0] == "\n" else stop.end()
        end = _trim(text, start, end)
        if end > start:
            found.append((start, end))
        start = _skip_space(text, stop.end())
        label_end = _label_end(text, start)
    end = _trim(text, start, len(text))
    if end > start:
        found.append((start, end))
    return tuple(found)


def _ends(text: str, start: int, stop: re.Match[str], label_end: int) -> bool:
    """Whether a stop ends a sentence: not after an abbreviation or a label, nor before small letters."""
    after = text[stop.end() : stop.end() + 40].lstrip()
    if stop.end() <= label_end or (after and (_is_small(after) or after[0] in ",;:)]%")):
        return False
    if not after or stop[0][0] != ".":
        return True
    before = text[max(start, stop.start() - 24) : stop.start() + 1]
    if stop.start() - start < 16 and _LABEL_STOP.match(before):
        return False
    if _AFTER_TITLE.search(before):
        return False
    if _ABBREVIATION.search(before) and not _LETTERED.search(before):
        return _after_abbreviation(before, after)
    return not (after[0].isdigit() and _NUMBERED.search(before))


def _is_small(after: str) -> bool:
    """Whether a small letter follows that is no list number ("ii. The supply of ...")."""
    return after[0].islower() and not _ITEM.match(after)


def _after_abbreviation(before: str, after: str) -> bool:
    """ "Acme Inc. The Client ..." ends, "Acme Inc. and", "Acme Inc. Delaware" and "No. 5" do not."""
    word = None if re.match(r"Nos?\.\s?\d", after) else re.match(r"[\"“(]?([A-Za-z]+)", after)
    return bool(_MAY_END.search(before)) and word is not None and word[1] in _STARTERS


def _label_end(text: str, start: int) -> int:
    """Where the number that opens a sentence ends, `start` where none does."""
    label = read_label(text[start : start + 60])
    return start + label.end if label and not label.bare else start


def _skip_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _trim(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
