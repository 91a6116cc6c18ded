"""An error that nobody foresaw, told without a word of the contract."""

from __future__ import annotations

from pathlib import PurePath


def fault_place(error: BaseException) -> str:
    """Kind and place of an error nobody foresaw ("KeyError at runs.py:41"); never its message, which may quote the contract."""
    frame = error.__traceback__
    while frame and frame.tb_next:
        frame = frame.tb_next
    return (
        f"{type(error).__name__} at {PurePath(frame.tb_frame.f_code.co_filename).name}:{frame.tb_lineno}" if frame else type(error).__name__
    )
