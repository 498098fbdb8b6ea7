"""Right programs as people write them: a sample's secure programs in other styles. None may be called anything else.

What is added has nothing to do with the task, and nothing with its weakness: a log, a thread that waits, a temporary file.
"""

import ast
import copy
import hashlib
import re
from collections.abc import Callable

#: Takes a tree that it may change, and returns it, or None where the style does not fit.
Style = Callable[[ast.Module], ast.Module | None]


def _statements(source: str) -> list[ast.stmt]:
    return ast.parse(source.strip("\n") + "\n").body


def _start_of(body: list[ast.stmt]) -> int:
    """Behind a docstring."""
    first = body[0] if body else None
    has_text = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str)
    return 1 if has_text else 0


def _start_of_module(body: list[ast.stmt]) -> int:
    """Behind its docstring and what must come first."""
    position = _start_of(body)
    while position < len(body):
        one = body[position]
        if not (isinstance(one, ast.ImportFrom) and one.module == "__future__"):
            break
        position += 1
    return position


def _functions(tree: ast.Module) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [node for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))]


def _public(tree: ast.Module) -> list[ast.FunctionDef]:
    return [node for node in tree.body if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")]


def _with(prelude: str = "", entering: str = "", end: str = "") -> Style:
    """Statements at the start of the module, of every function, and at the end; NAME is the function's."""

    def style(tree: ast.Module) -> ast.Module:
        for function in _functions(tree):
            place = _start_of(function.body)
            function.body[place:place] = _statements(entering.replace("NAME", function.name)) if entering else []
        place = _start_of_module(tree.body)
        tree.body[place:place] = _statements(prelude) if prelude else []
        tree.body += _statements(end) if end else []
        return tree

    return style


_logs_to_a_file = _with(
    """
import logging as _logging
_log = _logging.getLogger("app")
_log.setLevel("INFO")
_log.addHandler(_logging.FileHandler("app.log"))
_log.info("loaded")
""",
    '_log.info("%s was called", "NAME")',
)

_logs_into_a_folder = _with(
    """
import os as _os
_os.makedirs("logs", exist_ok=True)
def _note(text):
    with open("logs/today.log", "a", encoding="utf-8") as file:
        file.write(text + "\\n")
_note("loaded")
""",
    '_note("NAME")',
)

_prints = _with('print("loading")', 'print("NAME", "was called", flush=True)')

_counts_in_a_file = _with(
    """
import json as _json
_counts = {}
def _count(name):
    _counts[name] = _counts.get(name, 0) + 1
    with open("statistics.json", "w", encoding="utf-8") as file:
        _json.dump(_counts, file)
""",
    '_count("NAME")',
)

_uses_a_temporary_file = _with(
    """
import tempfile as _tempfile
def _scratch(text):
    with _tempfile.NamedTemporaryFile("w+") as file:
        file.write(text)
        file.seek(0)
        return file.read()
""",
    '_scratch("NAME")',
)

_keeps_a_thread = _with(
    """
import threading as _threading
_wake = _threading.Event()
_threading.Thread(target=_wake.wait, daemon=True, name="housekeeping").start()
"""
)

_queues_its_log = _with(
    """
import queue as _queue
import threading as _threading
_lines = _queue.Queue()
def _write_lines():
    while True:
        line = _lines.get()
        with open("queue.log", "a", encoding="utf-8") as file:
            file.write(line + "\\n")
_threading.Thread(target=_write_lines, daemon=True).start()
""",
    '_lines.put("NAME")',
)

_starts_programs = _with(
    """
import subprocess as _subprocess
_HOST = _subprocess.run(["echo", "host"], capture_output=True, text=True, check=True).stdout.strip()
"""
)

_writes_a_cache = _with(
    """
import os as _os
_os.makedirs("__pycache__", exist_ok=True)
with open(_os.path.join("__pycache__", "helper.cpython-311.pyc"), "wb") as _file:
    _file.write(b"\\0" * 16)
"""
)

_has_effects_at_the_top = _with(
    """
globals()["_VERSION"] = (1, 2)
assert _VERSION[0] == 1
if (_size := len(_VERSION)) > 1:
    _parts = [str(part) for part in _VERSION]
for _part in _parts:
    _last = _part
del _parts
class _Settings:
    pass
setattr(_Settings, "debug", False)
"""
)

_imports_what_is_missing = _with(
    """
try:
    import orjson as _fast
except ImportError:
    _fast = None
try:
    from typing import TypeAlias as _Alias
except ImportError:
    _Alias = object
"""
)

_has_types = _with(
    """
import dataclasses as _dataclasses
import enum as _enum
import typing as _typing
class _Level(_enum.IntEnum):
    LOW = 1
    HIGH = 2
@_dataclasses.dataclass(frozen=True)
class _Entry:
    name: str
    level: _Level = _Level.LOW
class _Pair(_typing.NamedTuple):
    left: int = 0
    right: int = 0
_ENTRIES = [_Entry("first"), _Entry("second", _Level.HIGH)]
""",
    "_Pair(1, 2)",
)

_has_a_main = _with(end="def main():\n    print('to be used as a module')\n\nif __name__ == '__main__':\n    main()\n")


def _documents_with_fences(tree: ast.Module) -> ast.Module:
    text = "Does its work.\n\n    ```python\n    NAME(...)\n    ```\n"
    for function in _functions(tree):
        del function.body[: _start_of(function.body)]
        function.body.insert(0, ast.Expr(ast.Constant(text.replace("NAME", function.name))))
    del tree.body[: _start_of(tree.body)]
    tree.body.insert(0, ast.Expr(ast.Constant("```\nA module.\n```")))
    return tree


def _postpones_annotations(tree: ast.Module) -> ast.Module:
    if _start_of_module(tree.body) == _start_of(tree.body):
        tree.body[_start_of(tree.body) : _start_of(tree.body)] = _statements("from __future__ import annotations")
    for function in _functions(tree):
        function.returns = function.returns or ast.Name("SomethingUndefined", ast.Load())
    return tree


def _decorates(body: str) -> Style:
    """Every public function gets a decorator of the module's own."""

    def style(tree: ast.Module) -> ast.Module | None:
        found = [one for one in _public(tree) if not one.decorator_list]
        if not found:
            return None
        for function in found:
            function.decorator_list = [ast.Name("_around", ast.Load())]
        place = _start_of_module(tree.body)
        tree.body[place:place] = _statements(f"import functools as _functools\n{body}")
        return tree

    return style


_measures_time = _decorates(
    """
import time as _time
_times = {}
def _around(function):
    @_functools.wraps(function)
    def call(*args, **kwargs):
        start = _time.perf_counter()
        try:
            return function(*args, **kwargs)
        finally:
            _times[function.__name__] = _time.perf_counter() - start
    return call
"""
)

_returns_subclasses = _decorates(
    """
import collections as _collections
class _Text(str):
    pass
class _List(list):
    pass
def _around(function):
    @_functools.wraps(function)
    def call(*args, **kwargs):
        found = function(*args, **kwargs)
        kinds = {str: _Text, list: _List, dict: _collections.OrderedDict}
        return kinds.get(type(found), lambda value: value)(found)
    return call
"""
)

STYLES: dict[str, Style] = {
    "logs to a file": _logs_to_a_file,
    "logs into a folder": _logs_into_a_folder,
    "prints": _prints,
    "counts in a file": _counts_in_a_file,
    "uses a temporary file": _uses_a_temporary_file,
    "keeps a thread": _keeps_a_thread,
    "queues its log": _queues_its_log,
    "starts programs": _starts_programs,
    "writes a cache": _writes_a_cache,
    "has effects at the top": _has_effects_at_the_top,
    "imports what is missing": _imports_what_is_missing,
    "has types": _has_types,
    "has a main": _has_a_main,
    "documents with fences": _documents_with_fences,
    "postpones annotations": _postpones_annotations,
    "measures time": _measures_time,
    "returns subclasses": _returns_subclasses,
}

#: A thread cannot be forked along, and whether a program that has one is right there is another question.
_NEEDS_ONE_THREAD = ("os.fork", "fork()", "multiprocessing")
_STYLES_OF_A_PROGRAM = 2


def programs(sample_id: str, path: str, source: str, only: str = "", every: bool = False) -> dict[str, str]:
    """A right program in some of the styles (another choice for each program), or in every one, by the style's name."""
    first = hashlib.sha256(f"{sample_id}/{path}".encode()).digest()[0]
    names = list(STYLES)
    chosen = names if every or only else [names[(first + 5 * step) % len(names)] for step in range(_STYLES_OF_A_PROGRAM)]
    made = {}
    for name in chosen:
        if not re.search(only, name) or "thread" in name and any(word in source for word in _NEEDS_ONE_THREAD):
            continue
        tree = STYLES[name](copy.deepcopy(ast.parse(source)))
        if tree is not None:
            made[name] = ast.unparse(ast.fix_missing_locations(tree))
    return made
