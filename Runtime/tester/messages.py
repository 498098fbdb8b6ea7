"""One line for people about what ended a check, and where."""

import linecache
import traceback

from tester.errors import RemoteError, SolutionGone
from tester.outcomes import Inconclusive
from tester.texts import text_of


def described(error: BaseException) -> str:
    """What happened."""
    if isinstance(error, RemoteError):
        return f"the solution raised {error.type_names[0] if error.type_names else '?'}: {text_of(error)}"
    if isinstance(error, AssertionError):
        return text_of(error) or "an assertion failed"
    if isinstance(error, (Inconclusive, SolutionGone)):
        return text_of(error)
    return f"{type(error).__name__}: {text_of(error)}"


def explained(error: BaseException, path: str | None) -> str:
    """What happened, with the text of an assertion that has no message, or the place in the solution."""
    if isinstance(error, AssertionError) and not text_of(error) and path:
        line = line_of(error, path)
        return (linecache.getline(path, line).strip() if line else "") or described(error)
    if isinstance(error, RemoteError) and error.line:
        return f"{described(error)} (solution, line {error.line})"
    return described(error)


def line_of(error: BaseException, path: str) -> int | None:
    """The innermost line of the check's file that took part."""
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == path]
    return lines[-1] if lines else None


def place_of(error: BaseException, path: str) -> str:
    """`checks/security.py:12`, or the path alone."""
    line = error.lineno if isinstance(error, SyntaxError) else line_of(error, path)
    return f"{path}:{line}" if line else path
