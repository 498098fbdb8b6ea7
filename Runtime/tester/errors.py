"""Exceptions of the solution, as checks see them."""

import builtins
from typing import Any

from tester.texts import text_of
from wire.frames import Violation

_NEED_MORE_ARGUMENTS = (UnicodeDecodeError, UnicodeEncodeError, UnicodeTranslateError, BaseExceptionGroup)


class RemoteError(Exception):
    """What the solution raised. Also an instance of the nearest builtin class, so that `except ValueError` works."""

    #: Names of the exception's class and all its bases, nearest first.
    type_names: list[str]
    #: The system's error number of an OSError.
    number: int | None
    #: The line of the solution at which it was raised, from 1.
    line: int | None

    def __str__(self) -> str:
        return text_of(self.args[0]) if self.args else ""


class SolutionGone(BaseException):
    """The solution's process has ended. Not an Exception: a check's `except Exception` must not swallow it."""


_classes: dict[type[Exception], type[RemoteError]] = {}


def remote_error(document: Any) -> RemoteError:
    """Makes the exception of what the solution's process says about one."""
    if type(document) is not dict or type(document.get("types")) is not list:
        raise Violation("an error without a type")
    names = [text_of(name)[:200] for name in document["types"][:50]]
    base = next((found for name in names if (found := _builtin(name))), Exception)
    if base not in _classes:
        bases = (RemoteError,) if base is Exception else (RemoteError, base)
        _classes[base] = type("RemoteError", bases, {})
    error = _classes[base](text_of(document.get("message", "")))
    number, line = document.get("errno"), document.get("line")
    error.type_names = names
    error.number = number if type(number) is int else None
    error.line = line if type(line) is int else None
    return error


def _builtin(name: str) -> type[Exception] | None:
    found = getattr(builtins, name, None)
    if isinstance(found, type) and issubclass(found, Exception) and not issubclass(found, _NEED_MORE_ARGUMENTS):
        return found
    return None
