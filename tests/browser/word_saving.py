"""The fake Word's paragraphs as XML again: what was struck and put in is marked in place, everything else stays where it was.

Written for the tests, of the format alone (ECMA-376-1 17.13.5): what is tested is not asked for help.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from itertools import count, groupby
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
REVISIONS = {f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo")}
DATE = "2026-05-31T09:00:00Z"
BREAKS = {"\t": "tab", "\v": "br", "\u001e": "noBreakHyphen", "\u001f": "softHyphen"}
Element = etree._Element
Json = dict[str, Any]
# where a paragraph's letters stand, in UTF-16 units as JavaScript counts: a node, and how many of them it holds
Letters = list[tuple[Element, int]]


class Marker:
    """Marks in paragraphs what `me` did to them, under ids that begin with `first`."""

    def __init__(self, me: str, first: int) -> None:
        self.me = me
        self.ids = count(first)

    def revision(self, tag: str, content: Element | None = None) -> Element:
        made = etree.Element(f"{W}{tag}", {f"{W}id": str(next(self.ids)), f"{W}author": self.me, f"{W}date": DATE})
        if content is not None:
            made.append(content)
        return made

    def mark_words(self, paragraph: Element, letters: Letters, chars: list[Json]) -> None:
        """letters: as they were read; chars: as they are now, those read with their place `at`."""
        new = list(new_words(chars))
        struck = {c["at"] for c in chars if c.get("at") is not None and c.get("del") == self.me}
        left = {c["at"] for c in chars if c.get("at") is not None}
        lost = {at for at in range(sum(length for _, length in letters)) if at not in left}
        if not (new or struck or lost):
            return
        cuts = {at for at, _ in new} | edges(struck) | edges(lost)
        runs = split_runs(letters, cuts)
        for at, words in new:
            self._put(paragraph, words, runs.get(at - 1), runs.get(at))
        for run in dict.fromkeys(runs[at] for at in sorted(struck)):
            self._strike(run)
        for run in dict.fromkeys(runs[at] for at in sorted(lost)):
            above = run.getparent()
            assert above is not None
            above.remove(run)

    def _strike(self, run: Element) -> None:
        for text in run.findall(f"{W}t"):
            text.tag = f"{W}delText"
        mark = self.revision("del")
        run.addprevious(mark)
        mark.append(run)

    def _put(self, paragraph: Element, words: list[Json], before: Element | None, after: Element | None) -> None:
        beside = before if before is not None else after
        run = new_run(joined([c["c"] for c in words]), beside)
        # a person who does not track their changes writes plain words
        mark = self.revision("ins", run) if words[0].get("ins") == self.me else run
        within = bool(words[0].get("link") or words[0].get("control"))
        if beside is None:
            paragraph.append(mark)
        elif before is not None:
            outermost(beside, within, after=True).addnext(mark)
        else:
            outermost(beside, within, after=False).addprevious(mark)

    def mark_end(self, paragraph: Element, name: str) -> None:
        """Marks the paragraph's mark as put in ("ins") or struck ("del")."""
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            properties = etree.Element(f"{W}pPr")
            paragraph.insert(0, properties)
        look = properties.find(f"{W}rPr")
        if look is None:
            look = etree.Element(f"{W}rPr")
            late = [each for each in properties if each.tag in (f"{W}sectPr", f"{W}pPrChange")]
            properties.insert(len(properties) - len(late), look)
        others = sum(1 for child in look if child.tag == f"{W}ins")
        look.insert(others if name == "del" else 0, self.revision(name))


def edges(places: set[int]) -> set[int]:
    """Where stretches of these letters begin and end."""
    return {at for at in places if at - 1 not in places} | {at + 1 for at in places if at + 1 not in places}


def new_words(chars: list[Json]) -> Iterator[tuple[int, list[Json]]]:
    """What was put in: before which of the letters read, and its characters."""
    at = 0
    for is_new, group in groupby(chars, key=lambda each: each.get("at") is None):
        words = list(group)
        if is_new:
            yield at, words
        else:
            at = words[-1]["at"] + 1


def split_runs(letters: Letters, cuts: set[int]) -> dict[int, Element]:
    """Runs cut at these places, each with one node of words or none; of each letter its run."""
    places: dict[Element, int] = {}
    at = 0
    for node, length in letters:
        places[node] = at
        at += length
    lengths = dict(letters)
    found: dict[int, Element] = {}
    for run in dict.fromkeys(node.getparent() for node, _ in letters):
        assert run is not None
        for node in [each for each in run if each.tag != f"{W}rPr"]:
            start, length = places.get(node, 0), lengths.get(node, 0)
            inside = sorted(cut for cut in cuts if start < cut < start + length)
            for begin, end in zip([start, *inside], [*inside, start + length], strict=True):
                piece = own_run(run, part_of(node, begin - start, end - start) if inside else node)
                found |= dict.fromkeys(range(begin, end), piece)
        parent = run.getparent()
        assert parent is not None
        parent.remove(run)
    return found


def part_of(node: Element, start: int, end: int) -> Element:
    """Some of a text node's letters as a node of their own."""
    text = node.text or ""
    shown = text if node.get(SPACE) == "preserve" else text.strip(" \t\r\n")
    made = etree.Element(node.tag, {SPACE: "preserve"})
    made.text = shown.encode("utf-16-le", "surrogatepass")[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")
    return made


def own_run(run: Element, node: Element) -> Element:
    """A run for one node, before the one that it comes from and with its look."""
    made = etree.Element(f"{W}r")
    look = run.find(f"{W}rPr")
    if look is not None:
        made.append(copy.deepcopy(look))
    run.addprevious(made)
    made.append(node)
    return made


def outermost(run: Element, within: bool, after: bool) -> Element:
    """The element beside which new words stand: out of others' revisions, which are split, and out of links and controls unless `within`."""
    here = run
    while (parent := here.getparent()) is not None and parent.tag != f"{W}p":
        if within and parent.tag not in REVISIONS:
            return here
        siblings = list(here.itersiblings(preceding=not after))
        if parent.tag in REVISIONS and siblings:
            rest = etree.Element(parent.tag, dict(parent.attrib))
            rest.extend(siblings if after else siblings[::-1])
            (parent.addnext if after else parent.addprevious)(rest)
        here = parent
    return here


def new_run(text: str, like: Element | None) -> Element:
    made = etree.Element(f"{W}r")
    look = like.find(f"{W}rPr") if like is not None else None
    if look is not None:
        made.append(copy.deepcopy(look))
        for change in made[0].findall(f"{W}rPrChange"):
            made[0].remove(change)
    for is_break, group in groupby(text, lambda c: c in BREAKS):
        for piece in group if is_break else ["".join(group)]:
            node = etree.SubElement(made, f"{W}{BREAKS[piece] if is_break else 't'}")
            if not is_break:
                node.text = piece
                node.set(SPACE, "preserve")
    return made


def twin_of(model: Element | None) -> Element:
    """An empty paragraph with the same properties, without what ends a page section and without others' revisions of them."""
    made = etree.Element(f"{W}p")
    properties = model.find(f"{W}pPr") if model is not None else None
    if properties is not None:
        made.append(copy.deepcopy(properties))
        for tag in ("sectPr", "pPrChange", f"rPr/{W}ins", f"rPr/{W}del"):
            for old in made[0].findall(f"{W}{tag}"):
                above = old.getparent()
                assert above is not None
                above.remove(old)
    return made


def joined(units: list[str]) -> str:
    """JavaScript's letters are UTF-16 units; two of them may be one character."""
    return "".join(units).encode("utf-16-le", "surrogatepass").decode("utf-16-le")
