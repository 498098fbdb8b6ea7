"""Recognises, in an exception of the solution, the limit that caused it."""

import errno

from tester.errors import RemoteError

_OF_NUMBER = {
    errno.ENOMEM: "memory",
    errno.EMFILE: "files",
    errno.ENFILE: "files",
    errno.ENOSPC: "disk",
    errno.EDQUOT: "disk",
    errno.EFBIG: "disk",
    errno.EAGAIN: "processes",
}


def limit_behind(error: BaseException) -> str | None:
    """`memory`, `files`, `disk` or `processes`; None when the exception has another reason."""
    if not isinstance(error, RemoteError):
        return None
    if "MemoryError" in error.type_names:
        return "memory"
    if "RuntimeError" in error.type_names and "start new thread" in str(error):
        return "processes"
    if error.number == errno.EAGAIN and "BlockingIOError" not in error.type_names:
        return None
    return _OF_NUMBER.get(error.number) if error.number is not None else None
