"""The index of the library as a Markdown table: what clause_replacements/README.md shows."""

from __future__ import annotations

from server.clauses.library import Library


def index(library: Library) -> str:
    """One row a clause: id, title, what it does, severity and priority, the guide's section."""
    rows = ["| id | what it is about | does | severity | priority | source |", "|---|---|---|---|---|---|"]
    for clause in library.clauses:
        does, source = ", ".join(clause.kinds), "; ".join(clause.source).replace("|", "/")
        rows.append(f"| `{clause.id}` | {clause.title} | {does} | {clause.severity} | {clause.priority} | {source} |")
    return "\n".join(rows) + "\n"
