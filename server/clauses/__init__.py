"""LAW: the clause library, and what it says about a Contract. Pure after loading.

load_library -> Library            the clause files, checked
find_risks   -> (Finding, ...)     what, where, how bad, why
choose       -> chosen, skipped    what goes together
draft        -> (Proposal, ...)    our wording in the contract's own words, every rung
fill_alone   -> Annex              an annex as a document of its own
check_library -> (Problem, ...)    every example of every file, run
"""

from server.clauses.check import Problem, check_library
from server.clauses.choice import Choices, choose
from server.clauses.clause import Clause
from server.clauses.detect import find_risks
from server.clauses.enclosure import fill_alone
from server.clauses.index import index
from server.clauses.library import Library, load_library
from server.clauses.proposals import draft

__all__ = [
    "Choices",
    "Clause",
    "Library",
    "Problem",
    "check_library",
    "choose",
    "draft",
    "fill_alone",
    "find_risks",
    "index",
    "load_library",
]
