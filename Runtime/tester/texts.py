"""Texts of values that come from the solution. Whatever the value, there is one: the check has to go on.

An `int` beyond the interpreter's limit of digits, alone or deep in a list, cannot be turned into decimal digits, and what
is nested too deeply cannot be shown at all.
"""

from collections.abc import Callable
from typing import Any


def text_of(value: Any) -> str:
    """`str(value)`; hexadecimal for a huge number, the name of the type where there is no text."""
    return _guarded(str, value)


def shown(value: Any) -> str:
    """`repr(value)`, for messages."""
    return _guarded(repr, value)


def _guarded(turn: Callable[[Any], str], value: Any) -> str:
    try:
        return turn(value)
    except Exception:
        pass
    if isinstance(value, int):
        return hex(value)
    if isinstance(value, BaseException) and value.args:
        return _guarded(turn, value.args[0])
    return f"<{type(value).__name__} that cannot be shown>"
