"""What kind of document it is: by its title, else by what it does."""

from __future__ import annotations

import re
from collections.abc import Sequence

from server.contract.headings import is_title_case
from server.contract.labels import read_label
from server.contract.zones import find_contents
from server.model import Paragraph, Section

_TITLES = (
    ("dpa", r"data (?:processing|protection) (?:agreement|addendum|terms)|\bDPA\b|business associate agreement"),
    ("nda", r"non-?\s?disclosure|confidentiality (?:agreement|undertaking|deed)|\bNDA\b|confidential disclosure agreement"),
    ("sow", r"statements? of work|\bSOW\b|work order|task order|project schedule|scope of work"),
    ("order_form", r"order form|purchase order|service order|subscription form|quote form"),
    ("addendum", r"addendum|amendment|variation agreement|side letter|rider|change order|deed of variation|^endorsement$"),
    (
        "msa",
        r"master (?:\w+ ){0,3}agreement|\bMSA\b|framework agreement|(?<!consulting )services? agreement"
        r"|agreement for (?:\w+ ){0,3}services|(?:maintenance|outsourcing|hosting) agreement|professional services agreement"
        r"|\bPSA\b|master (?:services|terms)|services? framework",
    ),
    ("license", r"licen[cs](?:e|ing)\b"),
    ("terms", r"\bfreelance\w* terms\b|\bterms\s*(?:\([^()]*\))?\s*$"),
    (
        "consulting",
        r"consult(?:ing|ancy|ant)|contractor|freelance(?!rs? terms)|engagement of|services? (?:contract|deed)|advisory agreement"
        r"|development agreement|contract for services|works? contract|service contract"
        r"|(?:agreement|contract) for (?:the )?(?:\w+ ){0,2}(?:provision|supply|development|performance|design|creation|translation"
        r"|training) of"
        r"|minute of agreement|commission(?:ing)? agreement",
    ),
    (
        "letter",
        r"letter of (?:engagement|appointment|agreement|award|instruction|commission)|letter agreement"
        r"|(?:engagement|appointment|commission|offer|award|instruction|agreement) letter",
    ),
    (
        "terms",
        r"terms (?:and conditions|of (?:service|business|use|engagement|trade|supply))|\bterms\b|conditions of (?:sale"
        r"|purchase|engagement)",
    ),
)
_PATTERNS = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _TITLES)
_LETTER = re.compile(r"\s*(?:Dear\s+[A-Z]|Ladies and Gentlemen)")
_HELP = re.compile(
    r"^(?:interpreting|how to|instructions?|drafting note|note to|exhibit\s[\d.]+|draft\b|confidential\b|execution (?:copy"
    r"|version)|page \d)",
    re.IGNORECASE,
)
_TITLE_END = re.compile(
    r"(?:agreement|contract|terms|letter|deed|addendum|order|form|nda|sow|statement of work|licen[cs]e|undertaking"
    r"|conditions|amendment|work|rider|letter of \w+)\W*(?:\(.{0,30}\)|(?:no\.?|number|#)\s?\S{1,12})?\W*$",
    re.IGNORECASE,
)
_SELF = re.compile(
    r"\b(?:[Tt]his|THIS)\s+((?:[A-Z][\w-]*\s+(?:and\s+|of\s+|for\s+)?){0,6}(?:Agreement|AGREEMENT|Contract|CONTRACT|Deed|DEED|Addendum"
    r"|Amendment|Order Form|Undertaking|Letter|NDA|SOW|DPA|Licence|License|Terms))\b"
)
_NO_TITLE = re.compile(
    r"term of\b|(?:payment|defined|general|commercial|other|basic|key|special|cover|standard|additional|financial|pricing|ordering) terms\b"
    r"|\w+ (?:number|no\.?|date)\W*$|(?:re|subject|date|between|attachments?|to|from)\s*:",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\b(?:entered into|made|dated|effective|executed)\b.{0,400}\b(?:between|among)\b.{10,900}\band\b"
    r"|\bby and (?:between|among)\b.{10,900}\band\b",
    re.DOTALL | re.IGNORECASE,
)
_FORM = re.compile(r"SOW|Statement of Work|Order Form|Purchase Order|Work Order", re.IGNORECASE)
_AGREEMENT = re.compile(r"\b(?:agreement|contract|deed)\b", re.IGNORECASE)
_COVER = re.compile(r"cover page\s*(?:(?:for|to)\s(?:the\s)?)?", re.IGNORECASE)
_EARLY = 14
_OWN_TERMS = 8  # a form with so many numbered provisions brings its agreement with it
_PREAMBLE = 200  # characters
_ABOUT = re.compile(r"(?:Agreement|AGREEMENT|Contract|CONTRACT|Deed|DEED)\s(?:for|of|on|concerning|regarding|FOR|OF|ON)\s")


def read_title(paragraphs: Sequence[Paragraph]) -> str:
    """The document's title as written: an early line without a number that names a kind of document; "" for none."""
    lines = _opening_lines(paragraphs)
    for sure in (True, False):
        for at, p in enumerate(lines):
            text = _COVER.sub("", p.text.strip()).split("\n")[0].strip()
            if _may_be_title(p, text, at) and (_looks(p, text) if sure else len(text.split()) <= 10):
                return text.rstrip(" :.")
    inside = _SELF.search(" ".join(p.text for p in lines[:12])[:4000])
    return inside[1] if inside and len(inside[1].split()) > 1 else ""


def read_kind(paragraphs: Sequence[Paragraph], sections: Sequence[Section], title: str) -> str:
    """msa | sow | nda | consulting | license | letter | terms | addendum | dpa | order_form | other."""
    body = [p for p in paragraphs if p.story in ("body", "cell") and p.text.strip()]
    found = _form_of(body, sections) or _kind_of(title)
    if found and found != "terms":
        return found
    if any(_LETTER.match(p.text) for p in body[:25]):
        return "letter"
    if found or _AGREEMENT.search(title):
        return found or "other"
    called = _SELF.search(" ".join(p.text for p in body[:12])[:3000])
    return (_kind_of(called[1]) if called else "") or _kind_by_content(body, sections)


def _form_of(body: Sequence[Paragraph], sections: Sequence[Section]) -> str:
    """A form under a master agreement, headed by that agreement's name: "SOW" or "Order Form" stands alone on an early line."""
    numbered = len({section.label.split(".")[0] for section in sections if section.label[:1].isdigit() and section.kind != "row"})
    form = next((match for p in body[:8] if (match := _FORM.fullmatch(p.text.strip()))), None)
    return (_kind_of(form[0]) if form else "") if numbered < _OWN_TERMS else ""


def _opening_lines(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The first lines, without contents and without a form's instructions before it ("How to set up an agreement")."""
    contents = find_contents(paragraphs)
    lines = [p for p in paragraphs if p.story in ("body", "cell", "textbox") and p.text.strip() and p.index not in contents][:60]
    helped = max((at for at, p in enumerate(lines[:30]) if _HELP.match(p.text.strip())), default=-1)
    begins = next((at for at, p in enumerate(lines) if at >= helped and len(p.text) > _PREAMBLE and _BETWEEN.search(p.text)), len(lines))
    return lines[: min(_EARLY + (helped + 12 if helped >= 0 else 0), begins + 1)]


def _may_be_title(p: Paragraph, text: str, at: int) -> bool:
    if len(text) > 140 or text.endswith((";", ",")) or _HELP.match(text) or _NO_TITLE.match(text):
        return False
    if p.label or read_label(text) or not (_kind_of(text) or _AGREEMENT.search(text)):
        return p.style.lower() == "title" and at < _EARLY
    return bool(_TITLE_END.search(text) or (at < 3 and (text.isupper() or _ABOUT.match(text)))) or p.style.lower() == "title"


def _looks(p: Paragraph, text: str) -> bool:
    return len(text.split()) <= 14 and (text.isupper() or p.lead >= len(text) or is_title_case(text) or p.style.lower() == "title")


def _kind_of(words: str) -> str:
    return next((kind for kind, pattern in _PATTERNS if pattern.search(words)), "")


def _kind_by_content(body: Sequence[Paragraph], sections: Sequence[Section]) -> str:
    text = " ".join(p.text for p in body)[:60000].lower()
    headings = " ".join(section.heading.lower() for section in sections)
    secrets = text.count("confidential information")
    services = text.count("services") + text.count("deliverables") + text.count("work product") + text.count("products")
    if secrets > 8 and secrets > 2 * services and secrets * 60 > len(text.split()):
        return "nda"
    if "licen" in headings and text.count("licens") + text.count("licenc") > services:
        return "license"
    if re.search(r"\b(?:day|hourly|daily) rate\b|\bindependent contractor\b", text) and services:
        return "consulting"
    return "other"
