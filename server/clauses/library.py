"""The clause library: every file of the folders given, read, checked and compiled once."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from server.clauses.annex_source import AnnexSource, read_annexes
from server.clauses.blocks import Addition, Append, Replace, RungText
from server.clauses.clause import Clause, Parameter, read_clause
from server.clauses.limit import LIMIT, bound_of
from server.clauses.one_sided import counterparts
from server.clauses.parameters import read_value
from server.clauses.patterns import Sieve, compile_pattern
from server.clauses.placeholders import placeholders
from server.clauses.vocabulary import FILE, Vocabulary, define, expand_patterns, read_vocabulary
from server.errors import ClauseError, ClauseShape, WordingError
from server.model import Rung

BUILT_IN = Path(__file__).resolve().parents[2] / "clause_replacements"


@dataclass(frozen=True, slots=True)
class Library:
    """clauses: by id, in the order of their ids. parameters: each name once, those of the annexes that clauses name too. annexes: by name.

    sieve: all patterns, for sorting out.
    """

    clauses: tuple[Clause, ...]
    parameters: tuple[Parameter, ...] = ()
    annexes: Mapping[str, AnnexSource] = field(default_factory=dict)
    sieve: Sieve = field(default_factory=lambda: Sieve(()), compare=False, repr=False)

    def get(self, rule: str) -> Clause | None:
        """The clause with this id."""
        return next((clause for clause in self.clauses if clause.id == rule), None)


def load_library(folders: Sequence[Path] = (), only: Sequence[Path] = ()) -> Library:
    """The built-in clauses with those of `folders` added, or those of `only` alone; a later folder's id overrides an earlier one's.

    Raises ClauseError naming file and key: a folder that is not there, no TOML, an unknown key or placeholder, a pattern that is none.
    """
    found: dict[str, Clause] = {}
    wanted = [Path(one) for one in only] or [BUILT_IN, *(Path(one) for one in folders)]
    words = read_vocabulary(list(dict.fromkeys((BUILT_IN, *wanted))))
    for folder in wanted:
        for rule, path in _files(folder):
            found[rule] = read_file(path, rule, words)
    annexes: dict[str, AnnexSource] = {}
    for folder in (BUILT_IN, *folders, *only):
        annexes |= read_annexes(Path(folder))
    return gather((found[rule] for rule in sorted(found)), annexes)


def gather(clauses: Iterable[Clause], annexes: Mapping[str, AnnexSource]) -> Library:
    """A library of these clauses and annexes, checked.

    Raises ClauseShape for what is wrong in one, where two mean different things by one parameter, or for no such annex.
    """
    kept = tuple(clauses)
    sieve = _compile(kept)
    for clause in kept:
        _check_wordings(clause)
        _check_parameters(clause)
        _check_bounds(clause)
    used = [annexes[name] for name in dict.fromkeys(name for clause in kept for name in _annex_names(clause, annexes))]
    parameters: dict[str, Parameter] = {}
    for path, asked in [(one.path, one.parameters) for one in kept] + [(one.path, one.head.parameters) for one in used]:
        for name, parameter in asked.items():
            if parameters.setdefault(name, parameter) != parameter:
                raise ClauseShape("another clause has a parameter of this name that differs", path, f"parameters.{name}")
    return Library(kept, tuple(parameters[name] for name in sorted(parameters)), annexes, sieve)


def _annex_names(clause: Clause, annexes: Mapping[str, AnnexSource]) -> Iterator[str]:
    """The annexes that a clause names. Raises ClauseShape for one that is not there, or one referred to and not named."""
    for kind in ("replace", "insert", "amend", "append"):
        for number, block in enumerate(getattr(clause, kind)):
            texts = (rung.wording + rung.short + rung.joined + rung.comment for rung in block.rungs.values())
            if block.annex in annexes:
                yield block.annex
            elif block.annex:
                known = ", ".join(sorted(annexes))
                raise ClauseShape(f"there is no annexes/{block.annex}.md: there are {known}", clause.path, f"{kind}[{number}].annex")
            elif any(gap.kind == "annex" for text in texts for gap in placeholders(text)):
                raise ClauseShape('{annex} needs a line annex = "NAME" in its block', clause.path, f"{kind}[{number}]")


def read_file(path: Path, rule: str, words: Vocabulary) -> Clause:
    """One clause file, its patterns spelt out with the vocabulary and its own [words]. Raises ClauseError."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except tomllib.TOMLDecodeError as wrong:
        raise ClauseShape(f"is no valid TOML: {wrong}", str(path)) from None
    except UnicodeDecodeError:
        raise ClauseShape("is not written in UTF-8", str(path), hint="Save it as UTF-8 text.") from None
    except OSError as wrong:
        raise ClauseError(f"cannot be read: {wrong.strerror}", str(path)) from None
    known = define(data.pop("words", {}), words, str(path), "words")
    return read_clause(expand_patterns(data, known, str(path)), rule=rule, path=str(path))


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Every clause file of a folder with its id: the path below the folder, without ".toml"."""
    if folder.is_file() and folder.suffix == ".toml":
        yield folder.stem, folder
    elif not folder.is_dir():
        raise ClauseError("there is no such folder of clauses", str(folder), hint="Give a folder that holds .toml files.")
    else:
        for path in sorted(set(folder.rglob("*.toml")) - {folder / FILE}):
            yield path.relative_to(folder).with_suffix("").as_posix(), path


def _check_bounds(clause: Clause) -> None:
    for number, block in enumerate(clause.replace):
        if block.find == "limit" and bound_of(clause, block) is None:
            key = "over" if block.over else "under"
            message = 'is no quantity like "12 months", "USD 1,000,000", "50 miles", "20%" or "3"'
            raise ClauseShape(message, clause.path, f"replace[{number}].{key}")


def _additions(clause: Clause) -> Iterator[tuple[str, Addition]]:
    """The blocks that add words, with their keys."""
    for kind in ("insert", "amend", "append"):
        yield from ((f"{kind}[{number}]", block) for number, block in enumerate(getattr(clause, kind)))


def _patterns(clause: Clause) -> Iterator[tuple[str, str]]:
    """Every pattern with its key."""
    for number, replace in enumerate(clause.replace):
        lists = {"any": replace.any, "also": replace.also, "unless": replace.unless, "present": replace.present}
        yield from _numbered(f"replace[{number}]", lists)
        if replace.find == "one_sided":
            yield from _numbered(f"replace[{number}]", {"counterpart": counterparts(replace)})
    for place, block in _additions(clause):
        when = block.when
        lists = {"present": block.present, "unless": block.unless, "when.any": when.any, "when.all": when.all}
        yield from _numbered(place, lists)


def _numbered(place: str, lists: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    for name, sources in lists.items():
        yield from ((f"{place}.{name}[{n}]", source) for n, source in enumerate(sources))


def _compile(clauses: Sequence[Clause]) -> Sieve:
    """All patterns compiled, in one go; only for a wrong one it is looked for where it stands."""
    try:
        return Sieve([source for clause in clauses for _, source in _patterns(clause)])
    except ValueError:
        for clause in clauses:
            _check_patterns(clause)
        raise


def _check_patterns(clause: Clause) -> None:
    for place, source in _patterns(clause):
        try:
            compile_pattern(source)
        except ValueError as wrong:
            raise ClauseShape(str(wrong), clause.path, place) from None


def _check_wordings(clause: Clause) -> None:
    for place, text, caught in _texts(clause):
        for gap in placeholders(text):
            if gap.kind == "param" and gap.value not in clause.parameters:
                raise ClauseShape(f"{{param:{gap.value}}} is no parameter of this clause: add [parameters.{gap.value}]", clause.path, place)
            if gap.kind == "words" and gap.value not in caught:
                raise ClauseShape(f"{{words:{gap.value}}} needs a group (?P<{gap.value}>...) in each pattern of `any`", clause.path, place)


def _texts(clause: Clause) -> Iterator[tuple[str, str, frozenset[str]]]:
    """Every text with placeholders: its key, itself, and the groups that all patterns of its block name."""
    yield "why", clause.why, frozenset()
    for number, replace in enumerate(clause.replace):
        caught = _caught(replace)
        yield from ((place, text, caught) for place, text in _rung_texts(f"replace[{number}]", replace.rungs))
    for place, block in _additions(clause):
        yield from ((key, text, frozenset(("term",))) for key, text in _rung_texts(place, block.rungs))
        _check_addition(clause, place, block)


def _caught(block: Replace) -> frozenset[str]:
    groups = [frozenset(compile_pattern(source).groupindex) for source in block.any]
    return frozenset.intersection(*groups) | (frozenset((LIMIT,)) if block.find == "limit" else frozenset())


def _rung_texts(place: str, rungs: Mapping[Rung, RungText]) -> Iterator[tuple[str, str]]:
    for name, rung in rungs.items():
        for key in ("wording", "short", "joined", "comment", "note"):
            yield f"{place}.{name}.{key}", getattr(rung, key)


def _check_addition(clause: Clause, place: str, block: Addition) -> None:
    for name, rung in block.rungs.items():
        if not rung.wording and not isinstance(block, Append):
            raise ClauseShape("an addition needs words", clause.path, f"{place}.{name}.wording")


def _check_parameters(clause: Clause) -> None:
    for name, parameter in clause.parameters.items():
        if parameter.type == "choice" and not parameter.choices:
            raise ClauseShape('a "choice" needs its choices', clause.path, f"parameters.{name}.choices")
        if parameter.default is None:
            continue
        try:
            read_value(parameter, parameter.default)
        except WordingError as wrong:
            raise ClauseShape(wrong.message, clause.path, f"parameters.{name}.default") from None
