"""Actors: whom a contract has do what only people do, whatever it calls them ("the Business shall pay", "the Virtual Assistant agrees")."""

from __future__ import annotations

from server.contract.letters import latin
from server.contract.role_words import role_word

_ACTS = latin(
    r"\b((?:[A-Z][\w&'’-]*\s){1,3})"
    r"(?:(?:shall|will|must|may|agrees to|undertakes to|hereby)\s(?:not |also |promptly |then )?"
    r"(?:pay|repay|reimburse|compensate|indemnify|invoice|notify|inform|engage|appoint|assigns?|keep|ensure|use|hire|ask|grants?|deliver"
    r"|carry out)"
    r"|pays|assigns|grants|engages|appoints|agrees|undertakes|warrants|represents|acknowledges)\b"
)
_SAMPLE = 60_000
_THINGS = (
    "agreement",
    "contract",
    "deed",
    "terms",
    "services",
    "schedule",
    "annex",
    "order",
    "section",
    "clause",
    "article",
    "law",
    "act",
    "party",
)
_SENTENCE_WORDS = ("the", "each", "either", "any", "this", "such", "if", "when", "where", "neither", "no", "and", "or", "both", "all", "in")


def find_actors(text: str) -> frozenset[str]:
    """The names, in small letters, of those who act in the text; things that it names ("this Agreement") are left out."""
    found = set()
    for match in _ACTS.finditer(text[:_SAMPLE]):
        words = match[1].lower().split()
        while words and words[0] in _SENTENCE_WORDS:
            words = words[1:]
        if words and words[-1] not in _THINGS and words[-1] not in ("we", "you", "i", "it", "they", "he", "she", "who", "parties"):
            found.add(" ".join(words))
    return frozenset(found)


def says_role(name: str, actors: frozenset[str]) -> bool:
    """Whether a name is a role's: a word that says one, or what the text has act."""
    return role_word(name) != "" or name.lower().removeprefix("the ") in actors
