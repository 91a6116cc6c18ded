"""The clause library as plain data."""

from __future__ import annotations

from typing import Any

from server.clauses import Clause, Library
from server.clauses.clause import RUNGS, Parameter

Json = dict[str, Any]


def library_json(library: Library) -> Json:
    """The clauses in the order of their ids, and the parameters that their wordings ask for, each once."""
    return {
        "clauses": [_clause_json(clause) for clause in library.clauses],
        "parameters": [_parameter_json(parameter) for parameter in library.parameters],
    }


def _clause_json(clause: Clause) -> Json:
    tables = (*clause.replace, *clause.insert, *clause.amend, *clause.append)
    return {
        "id": clause.id,
        "category": clause.category,
        "title": clause.title,
        "kinds": list(clause.kinds),
        "severity": clause.severity,
        "priority": clause.priority,
        "topics": list(clause.topics),
        "why": clause.why,
        "source": list(clause.source),
        "requires": list(clause.requires),
        "excludes": list(clause.excludes),
        "rungs": [rung for rung in RUNGS if any(rung in table.rungs for table in tables)],
        "parameters": sorted(clause.parameters),
    }


def _parameter_json(parameter: Parameter) -> Json:
    """What to ask the user for. default: as the clause file has it; min and max: numbers, or a period ("14 days")."""
    default = parameter.default
    return {
        "name": parameter.name,
        "label": parameter.label or parameter.name.replace("_", " "),
        "type": parameter.type,
        "default": list(default) if isinstance(default, tuple) else default,
        "min": parameter.min,
        "max": parameter.max,
        "choices": list(parameter.choices),
    }
