"""Every call in a thread of its own, as servers do it: what a module sets for the thread that imports it, such as the
context of `decimal`, does not hold there.

    with threads.each_call("Kitty"):
        found = search(Typed, tries=60)

The classes of the solution are changed while it lasts: each of their public methods, `__init__` too, is done by a new
thread with a fresh context. What a method calls itself is done by the same thread.

Testimony: the classes are changed in the solution's process.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import harness

_WRAP = """
import contextvars, functools, threading
_held = solution.__dict__.setdefault("_threads_of_the_check", {})
def _in_a_thread(function, within=threading.local()):
    @functools.wraps(function)
    def called(*arguments, **named):
        if getattr(within, "now", False):
            return function(*arguments, **named)
        came = []
        def work():
            within.now = True
            try:
                came.append((True, function(*arguments, **named)))
            except BaseException as error:
                came.append((False, error))
        thread = threading.Thread(target=lambda: contextvars.Context().run(work), daemon=True)
        thread.start()
        thread.join()
        fine, value = came[0]
        if fine:
            return value
        raise value
    return called
for _name in names:
    _class = getattr(solution, _name, None)
    if not isinstance(_class, type):
        continue
    for _method, _function in list(vars(_class).items()):
        if callable(_function) and hasattr(_function, "__code__") and (_method == "__init__" or not _method.startswith("_")):
            _held[_name, _method] = _function
            setattr(_class, _method, _in_a_thread(_function))
result = None
"""
_UNWRAP = """
for (_name, _method), _function in solution.__dict__.pop("_threads_of_the_check", {}).items():
    setattr(getattr(solution, _name), _method, _function)
result = None
"""


@contextlib.contextmanager
def each_call(*names: str) -> Iterator[None]:
    """While it lasts, the methods of these classes are each done by a thread of its own."""
    harness.testify(_WRAP, names=list(names))
    try:
        yield
    finally:
        harness.testify(_UNWRAP)
