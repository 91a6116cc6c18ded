"""The error tree. A leaf: imports nothing of ours. Raised where the fact is known, caught only in doors.

RedlineError                 .message for a person, .code for a program, .hint what to do next
  ContractError              NotADocx | TooLarge | Encrypted | StrictOoxml | UnsafeContent | Unreadable
  ClauseError(path, field)   ClauseShape | ClauseExample
  WordingError               the wording cannot be filled
  EditError                  AnchorLost | EditConflict
  NoSuchAuthor               the one whose changes are to be settled made none
  ProofError | NotClean      our bug; nothing is handed out

No contract text goes into a message.
"""

from __future__ import annotations


class RedlineError(Exception):
    """Anything we can explain. code is stable; hint says what to do next."""

    code = "error"

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class ContractError(RedlineError):
    """The document cannot be used."""

    code = "contract"


class NotADocx(ContractError):
    code = "not_a_docx"


class TooLarge(ContractError):
    code = "too_large"


class Encrypted(ContractError):
    code = "encrypted"


class StrictOoxml(ContractError):
    code = "strict_ooxml"


class UnsafeContent(ContractError):
    code = "unsafe_content"


class Unreadable(ContractError):
    code = "unreadable"


class ClauseError(RedlineError):
    """A clause file is wrong. path: the file; field: the key in it ("replace[0].preferred.wording")."""

    code = "clause"

    def __init__(self, message: str, path: str = "", field: str = "", hint: str = "") -> None:
        place = ": ".join(part for part in (path, field) if part)
        super().__init__(f"{place}: {message}" if place else message, hint)
        self.path = path
        self.field = field


class ClauseShape(ClauseError):
    code = "clause_shape"


class ClauseExample(ClauseError):
    code = "clause_example"


class WordingError(RedlineError):
    """The wording cannot be filled from this contract."""

    code = "wording"


class EditError(RedlineError):
    code = "edit"


class AnchorLost(EditError):
    code = "anchor_lost"


class EditConflict(EditError):
    code = "edit_conflict"


class NoSuchAuthor(RedlineError):
    """The document has changes, but none by the author named."""

    code = "no_such_author"


class NotClean(RedlineError):
    """A clean copy in which something is left that should be gone: our bug, nothing is handed out."""

    code = "not_clean"


class ProofError(RedlineError):
    """A redline that does not prove itself: our bug, nothing is handed out."""

    code = "proof"
