"""LAW: text in, edits out. Pure.

word_diff      -> (Change, ...)    keep, delete, insert, by word
plan           -> Plan             what goes into one document together
pick, override -> (Proposal, ...)  the rung and the wording the user chose
intended_texts -> (str, ...)       what the document is to read afterwards
"""

from server.redline.diff import render, word_diff
from server.redline.intent import intended_texts
from server.redline.outcome import apply
from server.redline.plan import Plan, plan
from server.redline.selection import Selection, override, pick, with_diffs

__all__ = ["Plan", "Selection", "apply", "intended_texts", "override", "pick", "plan", "render", "with_diffs", "word_diff"]
