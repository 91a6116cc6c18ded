"""British spelling of the words our wordings use; wordings are written in American spelling."""

from __future__ import annotations

import re

_UK = {
    "license": "licence",
    "licenses": "licences",
    "sublicense": "sub-licence",
    "anonymized": "anonymised",
    "pseudonymized": "pseudonymised",
    "anonymize": "anonymise",
    "memorize": "memorise",
    "memorizing": "memorising",
    "memorized": "memorised",
    "authorized": "authorised",
    "unauthorized": "unauthorised",
    "authorize": "authorise",
    "organization": "organisation",
    "recognized": "recognised",
    "finalized": "finalised",
    "utilize": "utilise",
    "optimize": "optimise",
    "optimization": "optimisation",
    "behavior": "behaviour",
    "favor": "favour",
    "labor": "labour",
    "labeling": "labelling",
    "labeled": "labelled",
    "honor": "honour",
    "defense": "defence",
    "willful": "wilful",
    "fulfill": "fulfil",
    "gray": "grey",
}
_VERBS = re.compile(r"\b(?:to|shall|will|may|must|not|hereby|can) licen[cs]e\b")
_WORD = re.compile(r"(?<![-\w])[A-Za-z][A-Za-z-]*[A-Za-z](?![-\w])")


def spell(text: str, spelling: str) -> str:
    """The text in the contract's spelling ("us" | "uk"); a capital stays a capital. "To license" keeps its s in both."""
    if spelling != "uk":
        return text
    verbs = {found.end() for found in _VERBS.finditer(text)}

    def change(found: re.Match[str]) -> str:
        word = found.group()
        other = _UK.get(word.lower())
        if other is None or found.end() in verbs:
            return word
        return other[:1].upper() + other[1:] if word[0].isupper() else other

    return _WORD.sub(change, text)
