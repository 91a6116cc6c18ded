"""Names: of companies and people, cut out of the descriptions around them."""

from __future__ import annotations

import re

from server.contract.letters import latin
from server.contract.role_words import ROLE_WORDS

SUFFIX = (
    r"(?:Inc(?:orporated)?|INC(?:ORPORATED)?|LLC|L\.L\.C|Ltd|LTD|Limited|LIMITED|Corp(?:oration)?|CORP(?:ORATION)?|GmbH"
    r"|GMBH|AG|S\.?A\.?S?|N\.V|(?<!, )NV"
    r"|B\.?V|PLC|plc|Plc|LLP|L\.L\.P|LP|L\.P|Co|(?<!, )CO|Company|COMPANY|Pty|PTY|S\.?R\.?L|S\.r\.l|SRL|SARL|AB|ApS|A/S|Oy|KG|KK|K\.K"
    r"|Pte|PTE|N\.A"
    r"|Trust|TRUST|Bank|BANK|Association|ASSOCIATION|University|UNIVERSITY|Foundation|FOUNDATION|Partners|PARTNERS|Group"
    r"|GROUP|Holdings|HOLDINGS"
    r"|Partnership|PARTNERSHIP|Institute|Council|Authority|CIC|SE|UG|PC|P\.C|PLLC|S\.?L(?:\.U)?|DAC|ASA|AS|LLLP|KGaA|Bhd|Oyj|e\.V"
    r"|S\.?p\.?A|LTDA|Ltda|Lda|d\.o\.o|s\.r\.o|a\.s|z\so\.o|OÜ|UAB|Kft|OHG|e\.K|C\.V|FZ-LLC|FZE|Sdn|Berhad|PJSC|JSC"
    r"|AKTIENGESELLSCHAFT|Aktiengesellschaft|Society|Commission|College|Hospital|Federation|Ministry|Union|Government|District)"
)
_SUFFIX = latin(rf"(?<![\w]){SUFFIX}(?![\w])\.?")
_DESCRIPTION = latin(
    r"\s*\(\s*[^()]{0,30}\d{3}|\s*\(\s*(?i:UEN|NRIC|company|ABN|ACN|no\.?|number|reg|CRN|VAT|operating|passport|I\.?D\.?"
    r"|EIN|SIREN|CIN)\b|\s(?:ABN|ACN|UEN|CRN|NRIC|RFC|CIN|EIN)\s"
    r"|\s*[,(]\s*(?:(?:a|an|the)\s(?!/)|having\b|with\b|whose\b|located\b|of\s(?=\d|the\b|\[|[A-Z][a-z]+[, ])"
    r"|incorporated\b|registered\b|organi[sz]ed\b|acting\b"
    r"|on behalf\b|for itself\b|duly\b|existing\b|residing\b|resident\b|company (?:no|number|reg)"
    r"|reg(?:istration)?\.? (?:no|number)|doing\b|d/?b/?a\b"
    r"|dba\b|trading\b|formerly\b|f/k/a\b|together\b|including\b|in (?:its|his|her)\b|as\b|by\b|at\b|which\b|who\b|through\b|collectively\b"
    r"|individually\b|both\b|each\b|hereinafter\b|hereafter\b|hereby\b|\d)"
    r"|\s+(?:a|an)\s+(?:[A-Z][a-z]+\s){0,3}(?:corporation|company|limited|individual|partnership|sole|private|public|limited liability)\b"
    r"|\s+(?:having|whose|with (?:its|a|an|offices?|principal|registered)|located at|located in|residing"
    r"|incorporated (?:in|under|and)|organi[sz]ed under"
    r"|registered (?:in|at|office|with)|a (?:company|corporation)|acting (?:through|by|as)|on (?:behalf|its own)"
    r"|trading as|doing business|dba\b|d/b/a\b|o[fn] \d|of P\.?\s?O\.?\s?B"
    r"|is (?:made|entered|effective|dated)|as of\b|dated\b|effective\b|\(\s*company\b|with respect to|for the\b"
    r"|to provide\b|\(\s*(?:and|together)\b)"
    r"|\s+(?:hereby|agree[sd]?|have agreed|mutually)\b|\s*[;:\n]|\s+hereinafter\b|\s+hereafter\b|\s+\(\s*(?:hereinafter|hereafter"
    r"|collectively)"
)
_OPENING = latin(
    r"(?:[\s,;:.)\]\"*\u2013\u2014\u2022\u25aa\u25cf\u00b7-]|\d{1,2}\.\d{1,2}\.?\s"
    r"|\b(?i:(?:on|of) (?:the )?(?:one|other|first|second) (?:part|hand|side))\b|\bI,\s"
    r"|\b(?i:by and between|by and among|between|among|amongst|and|both|either of|either"
    r"|made by|by)\b|&|\(\s?(?:\d|[a-zA-Z]|i{1,3})\s?\)|\d[.)]\s|(?:the )?(?:parties|undersigned|following parties)(?: are)?\b|"
    r"(?i:to|from|re|client|customer|supplier|contractor|consultant|company)\s*:|(?:first|second|one|other) part\b|of the\b|on the\b"
    r"|the\s(?=[A-Z][a-z]+\s(?:of\s)?[A-Z]))+"
)
_PLACEHOLDER = latin(
    r"^[\s\W_]*$|^\s*(?:\[.{0,120}\]?|\{.{0,80}\}?|<.{0,80}>?|_{2,}.*|\.{4,}.*|X{3,}|insert\b.*)\s*$", re.IGNORECASE | re.DOTALL
)
_SENTENCE = latin(
    r"\bexchange commission\b|\bagreement\b|^\d{1,2}\.\d|^(?:article|section|term|overview|purpose|scope|notices?|definitions?)\b"
    r"|\b(?:apply|applies|whenever|has|have|shall|will|means?|receipt|agrees?|represents|may|must"
    r"|provides?|within|under|pursuant|such|which|that|this|hereby|to|in witness)\b"
    r"|^(?:whereas|prepared|signatures?|signed|agreed|accepted|executed|by|name|title|date|to|from|address|now|witness\w*|recitals?"
    r"|background|overview|dated)\b",
    re.IGNORECASE,
)
FORM = latin(
    r"\b(?:(?i:inc|llc|ltd|limited|corp|corporation|plc|llp|gmbh|pty|pte|incorporated|lllp|aktiengesellschaft)|L\.L\.C|B\.?V|N\.V|(?<!, )NV"
    r"|S\.?A|S\.?L|AG|AS|AB|Oy|OÜ|DAC|ApS|SAS|SARL|S\.?[Rr]\.?[Ll]|S\.?p\.?A|LTDA|Ltda|Lda|d\.o\.o|s\.r\.o|z\so\.o|Kft|UAB|FZE|OHG|KG|LP|L\.P)"
    r"(?!\w)\.?"
)
_ADDRESS = latin(rf"(.*?(?:{FORM.pattern}))\s+(?:\d|P\.?O\.? |(?<!poration )(?<!PORATION )of\s|an?\s(?=[A-Z]))")
_TITLE = latin(r"[A-Z][A-Z\s&,'-]*\b(?:AGREEMENT|CONTRACT|ADDENDUM|AMENDMENT)\s+(?=[A-Z][a-z])")
_ABBREVIATED = latin(r"(?:\b(?:Inc|Ltd|Corp|Co|Pte|Pty|Bros)|\b[A-Z](?:\.[A-Z])+|Ltda|\bo\.o|\bs\.r\.o)\.$", re.IGNORECASE)
TITLE = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Ing|Ir|Mag|Lic|Adv|Sr|Sra|Shri|Smt|Sri|Herr|Frau|Dipl\.-[A-Z][a-z]+|M\.Sc|B\.Sc)\.?"
# what after a comma is still the name: a legal form, a title, further partners
_CONTINUED = latin(
    rf"\s*(?:(?:{SUFFIX})(?!\w)|(?:Esq|Jr|Sr|Ph\.?\s?D|M\.?D|MBA)(?!\w)|(?:[A-Z][\w'’-]+,?\s)?(?:&|and)\s[A-Z][\w'’-]+(?:\s[A-Z][\w.]*)*$"
    rf"|(?:[A-Z][\w'’-]+,?\s)+(?:&|and)\s(?:[A-Z][\w.'’-]*\s)*{SUFFIX})"
)
_PERSON = latin(
    rf"(?:{TITLE}\s+){{0,3}}[A-Z][\w'’-]+(?:\s+(?:[A-Z]\.?|[a-z]{{2,3}}|[A-Z][\w'’-]+)){{0,3}}\s+[A-Z](?:\.|[\w'’-]*)"
    r"(?:,? (?:Esq\.?|Jr\.?|Sr\.?|Ph\.?\s?D\.?|M\.?D\.?|MBA))?"
)


def cut_name(text: str) -> str:
    """The name at the start of some words of a preamble, without what describes it (", a Delaware corporation"); "" for none."""
    title = _TITLE.match(text)
    text = text[title.end() :] if title else text
    opening = _OPENING.match(text)
    rest = text[opening.end() :] if opening else text
    end = _DESCRIPTION.search(rest, 1)
    name = " ".join((rest[: end.start()] if end else rest).split()).strip(' ,;:"“”*–—')
    address = _ADDRESS.match(name)
    name = address[1] if address else name
    name = _without_place(name)
    name = re.sub(r"\.{2,}$", ".", name)
    name = without_stop(name)
    if name.count("(") > name.count(")"):
        name = name[: name.rindex("(")].strip()
    return name if 1 < len(name) <= 140 else ""


def without_stop(name: str) -> str:
    """A name without the full stop of the sentence that it ends; "Lumen B.V." and "Acme Inc." keep theirs."""
    return name if _ABBREVIATED.search(name) else name.rstrip(".")


def _without_place(name: str) -> str:
    """ "Jane Doe, Leeds" is Jane Doe; "Acme, Inc." keeps its form, and "Smith, Jones & Co" its partners."""
    for comma in re.finditer(r",", name):
        head, tail = name[: comma.start()], name[comma.end() :]
        if not _CONTINUED.match(tail) and not is_placeholder(name) and head.strip():
            return head.strip()
    return name


def is_company(name: str) -> bool:
    """Whether a name carries a company's legal form ("Ltd", "LLC", "GmbH")."""
    return bool(_SUFFIX.search(name))


def has_form(name: str) -> bool:
    """Whether a name ends in a legal form that cannot be part of another name ("Ltd", not "Bank")."""
    return bool(re.search(rf"(?:{FORM.pattern})\W*$", name))


def without_form(name: str) -> str:
    """A company's name without its legal form: "Acme Robotics" of "Acme Robotics, Inc."."""
    return re.sub(rf"(?:,?\s+{SUFFIX}\.?)+$", "", name).strip(" ,")


def is_person(name: str) -> bool:
    """Whether a name looks like a person's: two to five capitalised words and no legal form."""
    return bool(_PERSON.fullmatch(name)) and not is_company(name) and name.lower() not in ROLE_WORDS


def is_placeholder(name: str) -> bool:
    """Whether a name is still to be filled in ("[Client]", "{customer_name}", "____")."""
    return bool(_PLACEHOLDER.match(name))


# "Talent's representative": whoever it is, not the party itself
_OF_ANOTHER = re.compile(r"[’']s?\s+[a-z]")


def is_name(name: str) -> bool:
    """Whether words can be a party's name: capitalised or beginning with a digit, and not a sentence or a heading."""
    if not name or len(name.split()) > 14 or _SENTENCE.search(name) or _OF_ANOTHER.search(name):
        return False
    words = name.split()
    if len(words) > 4 and 2 * sum(word[:1].islower() and "." not in word for word in words) > len(words):  # a clause of a sentence
        return False
    first = words[0]
    return any(letter.isupper() or letter.isdigit() for letter in first) or "." in first.strip(".") or "/" in first.strip("/")
