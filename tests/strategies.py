"""Random documents and random edits of them, for the laws: everything a paragraph can hold, in any order, valid in its kind.

HYPOTHESIS_PROFILE=thorough runs 10,000 random examples, drawn quickly from a seed each; otherwise a few hundred, always the same ones, drawn
choice by choice, so that a failing one is made small.
"""

from __future__ import annotations

import os
import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from server.model import Edit, Insertion, NewParagraph, Paragraph, Proposal, Span
from server.word.package import open_docx
from server.word.reading import read_paragraphs
from tests.docx_language import NAMESPACES, OTHER, package

THOROUGH = os.environ.get("HYPOTHESIS_PROFILE") == "thorough"
LAWS = settings(
    max_examples=10_000 if THOROUGH else 300,
    derandomize=not THOROUGH,
    deadline=None,
    phases=[Phase.explicit, Phase.generate] if THOROUGH else list(Phase),
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)

Draw = Callable[[st.SearchStrategy[Any]], Any]
Roll = Callable[[int], int]  # a number below the one given
WORDS = (
    *("the", "Client", "shall", "pay", "fees", "of", "8.2", "“Fees”", "party’s", "(a)", "£1,000.50", "e.g.", "and/or", "§", "30%"),
    *("Müller", "שלום", "السعر", "合同", "\U0001f600", "zero\u200bwidth", "com\u0301bining", "x", "and", "of"),
)
JOINTS = (" ", " ", " ", " ", "  ", "", ", ", ". ", "\u00a0", "\u2009", "; ", "\u00ad", "\u2011", "\t", "\n")
LOOKS = ("", "", "", "<w:b/>", "<w:i/>", '<w:rStyle w:val="Strong"/>', '<w:color w:val="FF0000"/>', '<w:rFonts w:cs="Arial"/><w:rtl/>')
MARKS = ("tab", "br", "cr", "noBreakHyphen", "softHyphen", "lastRenderedPageBreak")
TEXT_ELEMENTS = {"\t": "<w:tab/>", "\n": "<w:br/>", "\u2011": "<w:noBreakHyphen/>", "\u00ad": "<w:softHyphen/>"}
ANOTHER = 'w:author="Another" w:date="2021-05-05T00:00:00Z"'
COMMENTS, NOTES = 3, 3
NAMED = re.compile(r' xmlns:\w+="[^"]*"')


def rolls(draw: Draw) -> Roll:
    """What every choice is made with: drawn one by one, or from a seed, which is three times as fast."""
    if THOROUGH:
        return random.Random(draw(st.integers(0, 2**60))).randrange
    return lambda below: int(draw(st.integers(0, below - 1)))


def phrase(roll: Roll, most: int = 6) -> str:
    """Some words with what stands between words, also at the edges."""
    pairs = (divmod(roll(len(WORDS) * len(JOINTS)), len(JOINTS)) for _ in range(1 + roll(most)))
    return "".join(WORDS[word] + JOINTS[joint] for word, joint in pairs)


@dataclass
class Author:
    """Writes the XML of a random document; ids are counted up, ranges that are open are closed later or never."""

    roll: Roll
    next_id: int = 1
    notes: int = 0
    comments: int = 0
    depth: int = 0

    def pick(self, *choices: Any) -> Any:
        return choices[self.roll(len(choices))]

    def chance(self, of: int) -> bool:
        return self.roll(of) == of - 1

    def mark(self) -> str:
        self.next_id += 1
        return f'w:id="{self.next_id}" {self.pick(OTHER, ANOTHER)}'

    def anchor(self) -> str:
        self.next_id += 1
        return f'w:id="{self.next_id}"'

    # ------------------------------------------------------------ runs
    def look(self) -> str:
        look = self.pick(*LOOKS)
        if self.chance(12):
            look += f"<w:rPrChange {self.mark()}><w:rPr><w:u/></w:rPr></w:rPrChange>"
        return f"<w:rPr>{look}</w:rPr>" if look else self.pick("", "", "<w:rPr/>")

    def run(self, gone: bool = False) -> str:
        tag = "delText" if gone else "t"
        inside = ""
        for part in [phrase(self.roll, 3) for _ in range(self.pick(1, 2))]:
            space = self.pick(' xml:space="preserve"', ' xml:space="preserve"', ' xml:space="preserve"', "")
            word = ""
            for char in part:
                if char in TEXT_ELEMENTS:
                    inside += f"<w:{tag}{space}>{escape(word)}</w:{tag}>" * bool(word) + TEXT_ELEMENTS[char]
                    word = ""
                else:
                    word += char
            inside += f"<w:{tag}{space}>{escape(word)}</w:{tag}>" * bool(word)
            if self.chance(6):
                inside += f"<w:{self.pick(*MARKS)}/>"
        rsid = self.pick("", ' w:rsidR="00AB12CD"')
        return f"<w:r{rsid}>{self.look()}{inside}</w:r>"

    def runs(self, gone: bool = False) -> str:
        return "".join(self.run(gone) for _ in range(self.pick(1, 1, 2, 3)))

    # ------------------------------------------------------------ what stands among runs
    def inserted(self) -> str:
        inside = self.runs()
        if self.chance(3):
            inside += f"<w:del {self.mark()}>{self.runs(gone=True)}</w:del>"
        if self.chance(4):
            inside += self.inline() if self.depth < 2 else ""
        return f"<w:ins {self.mark()}>{inside}{self.pick('', self.run())}</w:ins>"

    def deleted(self) -> str:
        return f"<w:del {self.mark()}>{self.runs(gone=True)}</w:del>"

    def moved(self) -> str:
        name, start, end = self.pick("From", "To"), self.mark(), self.next_id
        tag = f"move{name}"
        return (
            f'<w:{tag}RangeStart {start} w:name="move{end}"/><w:{tag} {self.mark()}>{self.runs()}</w:{tag}><w:{tag}RangeEnd w:id="{end}"/>'
        )

    def link(self) -> str:
        return f'<w:hyperlink w:anchor="here">{self.content(2)}</w:hyperlink>'

    def simple_field(self) -> str:
        return f'<w:fldSimple w:instr=" REF _Ref1 \\h ">{self.runs()}</w:fldSimple>'

    def field(self) -> str:
        code, result = "<w:r><w:instrText> PAGEREF the Client </w:instrText></w:r>", self.runs()
        if self.chance(5) and self.depth < 2:
            self.depth += 1
            result += self.field()
            self.depth -= 1
        separated = self.pick(True, True, True, False)
        middle = f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}' if separated else ""
        return f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{code}{middle}<w:r><w:fldChar w:fldCharType="end"/></w:r>'

    def control(self) -> str:
        return f"<w:sdt>{self.control_properties()}<w:sdtContent>{self.content(2)}</w:sdtContent></w:sdt>"

    def control_properties(self) -> str:
        lock = '<w:lock w:val="contentLocked"/>', '<w:lock w:val="sdtLocked"/>', "<w:showingPlcHdr/>", '<w:dataBinding w:xpath="/a"/>'
        return f"<w:sdtPr>{self.anchor().replace('w:id=', '<w:id w:val=')}/>{self.pick('', '', '', *lock)}</w:sdtPr>"

    def wrapped(self) -> str:
        opening = self.pick('smartTag w:element="place"', 'customXml w:element="item"', 'dir w:val="rtl"', 'bdo w:val="ltr"')
        return f"<w:{opening}>{self.content(2)}</w:{opening.split()[0]}>"

    def bookmark(self) -> str:
        start = self.anchor()
        end = f"<w:bookmarkEnd {start}/>"
        return f'<w:bookmarkStart {start} w:name="b{self.next_id}"/>{self.content(2)}{end}'

    def permission(self) -> str:
        start = self.anchor()
        return f'<w:permStart {start} w:edGrp="everyone"/>{self.runs()}<w:permEnd {start}/>'

    def commented(self) -> str:
        if self.comments == COMMENTS:
            return self.run()
        number, self.comments = self.comments, self.comments + 1
        inside = self.content(2)
        return (
            f'<w:commentRangeStart w:id="{number}"/>{inside}<w:commentRangeEnd w:id="{number}"/>'
            f'<w:r><w:commentReference w:id="{number}"/></w:r>'
        )

    def note(self) -> str:
        if self.notes == NOTES:
            return self.run()
        self.notes += 1
        words = self.pick("", "<w:t>before</w:t>")
        return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>{words}<w:footnoteReference w:id="{self.notes}"/></w:r>'

    def drawing(self) -> str:
        return self.pick("<w:r><w:drawing/></w:r>", "<w:r><w:t>beside</w:t><w:drawing/><w:t>it</w:t></w:r>", "<w:r><w:pict/></w:r>")

    def odd(self) -> str:
        return self.pick(
            '<w:proofErr w:type="spellStart"/>',
            '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t xml:space="preserve"> ticked</w:t></w:r>',
            "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>",
            "<w:r><w:ruby><w:rt><w:r><w:t>above</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>base</w:t></w:r></w:rubyBase></w:ruby></w:r>",
            '<w:r><w:ptab w:relativeTo="margin" w:alignment="right" w:leader="none"/></w:r>',
            "<w:r/>",
        )

    def text_box(self) -> str:
        if self.depth:
            return self.run()
        self.depth += 1
        inside = "".join(self.paragraph() for _ in range(self.pick(1, 2)))
        self.depth -= 1
        box = f"<w:txbxContent>{inside}</w:txbxContent>"
        return (
            f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
            f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )

    def inline(self) -> str:
        if self.depth > 2:
            return self.run()
        self.depth += 1
        kind = self.pick(
            *(self.run, self.run, self.inserted, self.deleted, self.moved, self.link, self.simple_field, self.field, self.control),
            *(self.wrapped, self.bookmark, self.permission, self.commented, self.note, self.drawing, self.odd),
        )
        made = str(kind())
        self.depth -= 1
        return made

    def content(self, most: int) -> str:
        return "".join(self.pick(self.run, self.run, self.inline)() for _ in range(1 + self.roll(most)))

    # ------------------------------------------------------------ paragraphs and what holds them
    def properties(self, may_end_section: bool = False) -> str:
        inside = self.pick(
            "", "", '<w:pStyle w:val="Clause"/>', '<w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs>', '<w:jc w:val="both"/>'
        )
        mark = self.pick("", "", "", "", f"<w:del {self.mark()}/>", f"<w:ins {self.mark()}/>", f"<w:moveFrom {self.mark()}/>")
        look = self.pick("", "", "<w:b/>")
        inside += f"<w:rPr>{mark}{look}</w:rPr>" if mark or look else ""
        if may_end_section and self.chance(8):
            inside += '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
        if self.chance(10):
            inside += f"<w:pPrChange {self.mark()}><w:pPr/></w:pPrChange>"
        return f"<w:pPr>{inside}</w:pPr>" if inside else ""

    def paragraph(self, may_end_section: bool = False) -> str:
        inside = self.content(5) if not self.chance(10) else ""
        if self.depth == 0 and self.chance(12):
            inside += self.text_box()
        return f"<w:p>{self.properties(may_end_section)}{inside}</w:p>"

    def spanning_field(self) -> str:
        """A field that begins in one paragraph and ends in the next."""
        begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r>'
        separate = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        return f"<w:p>{self.run()}{begin}{separate}{self.runs()}</w:p><w:p>{self.runs()}{end}{self.run()}</w:p>"

    def table(self) -> str:
        if self.depth > 1:
            return self.paragraph()
        self.depth += 1
        rows = ""
        for _ in range(self.pick(1, 2)):
            state = self.pick("", "", "", f"<w:trPr><w:del {self.mark()}/></w:trPr>", f"<w:trPr><w:ins {self.mark()}/></w:trPr>")
            cells = "".join(f"<w:tc>{self.blocks(1)}{self.paragraph()}</w:tc>" for _ in range(self.pick(1, 2)))
            rows += f"<w:tr>{state}{cells}</w:tr>"
        self.depth -= 1
        return f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>{rows}</w:tbl>"

    def block_control(self) -> str:
        if self.depth > 1:
            return self.paragraph()
        self.depth += 1
        inside = self.blocks(2) or self.paragraph()
        self.depth -= 1
        return f"<w:sdt>{self.control_properties()}<w:sdtContent>{inside}</w:sdtContent></w:sdt>"

    def between(self) -> str:
        """A bookmark that begins between paragraphs and ends in one."""
        start = self.anchor()
        return f'<w:bookmarkStart {start} w:name="b{self.next_id}"/><w:p>{self.runs()}<w:bookmarkEnd {start}/>{self.run()}</w:p>'

    def block(self) -> str:
        plain = (self.paragraph,) * 8
        return str(self.pick(*plain, self.spanning_field, self.table, self.block_control, self.between)())

    def blocks(self, most: int) -> str:
        return "".join(self.block() for _ in range(self.roll(most + 1)))

    def document(self) -> bytes:
        body = "".join(self.paragraph(may_end_section=True) if self.chance(3) else self.block() for _ in range(1 + self.roll(5)))
        last = self.pick(self.paragraph, self.paragraph, self.block)()
        parts = {}
        if self.comments:
            parts["comments"] = f"<w:comments {NAMESPACES}>{''.join(map(_comment, range(self.comments)))}</w:comments>"
        if self.notes:
            written = "".join(f'<w:footnote w:id="{at}">{self.paragraph()}</w:footnote>' for at in range(1, self.notes + 1))
            parts["footnotes"] = f"<w:footnotes {NAMESPACES}>{written}</w:footnotes>"
        if self.chance(6):
            parts["header1"] = f"<w:hdr {NAMESPACES}>{self.paragraph()}</w:hdr>"
        return package(body + last, parts, section=self.pick(True, True, False))


def _comment(number: int) -> str:
    return f'<w:comment w:id="{number}" {OTHER} w:initials="O"><w:p><w:r><w:t>A remark.</w:t></w:r></w:p></w:comment>'


@st.composite
def documents(draw: Draw) -> bytes:
    """The bytes of a random DOCX."""
    return Author(rolls(draw)).document()


# ---------------------------------------------------------------- edits
@dataclass(frozen=True)
class Case:
    """A document, what is to be changed in it, and which findings name words that are not there."""

    data: bytes
    paragraphs: tuple[Paragraph, ...]
    proposals: tuple[Proposal, ...]
    lost: frozenset[str]

    def __repr__(self) -> str:
        file = open_docx(self.data)
        changes = [c for p in self.proposals for c in (*p.edits, *p.insertions)]
        stories = [file.parts[part].decode().partition(">")[2] for part in file.parts if part in (file.main, "word/footnotes.xml")]
        return "\n".join(("", *(NAMED.sub("", story) for story in stories), *map(repr, changes)))


@st.composite
def cases(draw: Draw) -> Case:
    """A random document with a handful of random findings: words changed, added, struck; paragraphs struck; paragraphs added."""
    roll = rolls(draw)
    data = Author(roll).document()
    paragraphs = read_paragraphs(open_docx(data))
    proposals, lost = [], set()
    for number in range(1 + roll(5) if paragraphs else 0):
        name = f"f{number}"
        kind = ("words", "words", "words", "words", "whole", "new", "lost")[roll(7)]
        paragraph = paragraphs[roll(len(paragraphs))]
        if kind == "new":
            proposals.append(Proposal(name, "preferred", (), (_insertion(roll, name, paragraph, paragraphs),)))
        elif kind == "lost":
            lost.add(name)
            edit = Edit(name, Span(paragraph.index, 0, 4), "nowhere", "new words", "")
            proposals.append(Proposal(name, "preferred", (edit,)))
        else:
            edits = [_edit(roll, name, paragraph, kind)]
            other = paragraphs[roll(len(paragraphs))]
            if other is not paragraph and roll(6) == 5:
                edits.append(_edit(roll, name, other, "words"))
            proposals.append(Proposal(name, "preferred", tuple(edits)))
    return Case(data, paragraphs, tuple(proposals), frozenset(lost))


def _edit(roll: Roll, name: str, paragraph: Paragraph, kind: str) -> Edit:
    size = len(paragraph.text)
    if kind == "whole":
        return Edit(name, Span(paragraph.index, 0, size), paragraph.text, "", "Struck whole.")
    start = roll(size + 1)
    end = min(size, start + roll((1, 4, 13, 61, 401)[roll(5)]))
    new = ("", phrase(roll), phrase(roll), phrase(roll, 12))[roll(4)]
    return Edit(name, Span(paragraph.index, start, end), paragraph.text[start:end], new, ("", "A reason.")[roll(2)])


def _insertion(roll: Roll, name: str, after: Paragraph, paragraphs: Sequence[Paragraph]) -> Insertion:
    made = []
    for text in [phrase(roll) for _ in range(1 + roll(2))]:
        like = (after.index, roll(len(paragraphs)))[roll(2)]
        made.append(NewParagraph(text, like=like, lead=roll(1 + min(4, len(text)))))
    return Insertion(name, after.index, tuple(made), ("", "Why it is added.")[roll(2)])


__all__ = ["LAWS", "THOROUGH", "Case", "cases", "documents"]
