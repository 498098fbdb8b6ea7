"""A stand-in for `harness` without a jail: the probes' own tests run with it, in one process.

It follows Dataset/CHECKS.md as far as the probes need it. The end-to-end tests use the real one.
"""

from __future__ import annotations

import collections
import os
import shutil
import stat
import sys
import tempfile
import types
import unittest
import unittest.mock
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

sys.path.insert(0, str(Path(__file__).parents[2]))

from tester.watch import Watch  # noqa: E402


class Box:
    """A temporary folder that plays the part of `/box`."""

    most_files = 0

    def __init__(self) -> None:
        self.root = os.path.realpath(tempfile.mkdtemp(prefix="probes-"))
        for name in ("work", "tmp", "shm"):
            os.mkdir(os.path.join(self.root, name))
        self.planted: dict[str, tuple[bytes, int] | None] = {}
        self.watch = Watch(lambda inside, flags: os.open(os.path.join(self.root, inside), flags))

    def path(self, path: str = ".") -> str:
        if path == self.root or path.startswith(self.root + "/"):
            return path
        if path == "/box" or path.startswith("/box/"):
            return os.path.normpath(self.root + path[4:])
        if path.startswith("/tmp/"):
            return self.root + path
        return os.path.normpath(os.path.join(self.root, "work", path))

    def write(self, path: str, data: bytes | str, mode: int = 0o644) -> None:
        real = self.path(path)
        os.makedirs(os.path.dirname(real), exist_ok=True)
        content = data.encode() if isinstance(data, str) else data
        Path(real).write_bytes(content)
        os.chmod(real, mode)
        self._note(real, (content, mode))

    def _note(self, real: str, what: tuple[bytes, int] | None) -> None:
        self.planted[os.path.relpath(real, self.root)] = what

    def read(self, path: str) -> bytes:
        with open(os.open(self.path(path), os.O_RDONLY | os.O_NOFOLLOW), "rb") as file:
            return file.read()

    def text(self, path: str) -> str:
        return self.read(path).decode()

    def exists(self, path: str) -> bool:
        return os.path.lexists(self.path(path))

    def stat(self, path: str) -> os.stat_result:
        return os.lstat(self.path(path))

    def mode(self, path: str) -> int:
        return stat.S_IMODE(self.stat(path).st_mode)

    def names(self, path: str = ".") -> list[str]:
        return sorted(os.listdir(self.path(path)))

    def walk(self, path: str = ".") -> list[str]:
        top = self.path(path)
        found = []
        for folder, folders, files in os.walk(top):
            found += [os.path.relpath(os.path.join(folder, name), top) for name in folders + files]
        return sorted(found)

    def contents(self, path: str = ".") -> dict[str, tuple[os.stat_result, bytes]]:
        found = {}
        for name in self.walk(path):
            full = os.path.join(self.path(path), name)
            status = os.lstat(full)
            content = os.readlink(full).encode() if stat.S_ISLNK(status.st_mode) else b""
            found[name] = (status, self.read(full) if stat.S_ISREG(status.st_mode) else content)
        return found

    def mkdir(self, path: str, mode: int = 0o755) -> str:
        os.makedirs(self.path(path), exist_ok=True)
        os.chmod(self.path(path), mode)
        self._note(self.path(path), None)
        return self.path(path)

    def symlink(self, target: str, path: str) -> None:
        os.symlink(target, self.path(path))
        self._note(self.path(path), None)

    def chmod(self, path: str, mode: int) -> None:
        os.chmod(self.path(path), mode)

    def hold(self, path: str) -> BinaryIO:
        return open(self.path(path), "r+b", buffering=0)

    def remove(self, path: str) -> None:
        real = self.path(path)
        if os.path.isdir(real) and not os.path.islink(real):
            shutil.rmtree(real)
        else:
            Path(real).unlink(missing_ok=True)


class Outcome:
    def __init__(self, value: Any = None, error: BaseException | None = None) -> None:
        self.value, self.error, self.ended = value, error, False

    @property
    def returned(self) -> bool:
        return self.error is None


def attempt(function: Callable[..., Any], *args: Any, **kwargs: Any) -> Outcome:
    try:
        return Outcome(function(*args, **kwargs))
    except Exception as error:
        return Outcome(error=error)


class Inconclusive(BaseException):
    """As the tester's."""


def inconclusive(reason: str) -> None:
    raise Inconclusive(reason)


#: Doubts and late looks of the running test.
doubts: list[str] = []
late_looks: list[Callable[[], str | None]] = []
#: What the running test has sent to its solution.
sent: list[Any] = []


class Remote:
    """No object of the fakes is remote."""


harness = types.ModuleType("harness")
sys.modules["harness"] = harness


def load(source: str) -> types.ModuleType:
    """Makes a module of the source, as the solution under test, and returns it."""
    module = types.ModuleType("solution")
    module.__file__ = harness.box.path("solution.py") if hasattr(harness, "box") else "/box/solution.py"
    if hasattr(harness, "box"):
        harness.box.write("solution.py", source)
    exec(compile(source, module.__file__, "exec"), module.__dict__)
    module.__dict__.setdefault("reload", lambda: load(source))
    harness.solution = module
    harness.solution_source = lambda: source
    return module


def testify(*sources: str, **values: Any) -> Any:
    names = {"solution": harness.solution, "like_a_call": lambda code: code, **values}
    for source in sources:
        exec(compile(source, "<testimony>", "exec"), names)
    return names.get("result")


harness.attempt = attempt
harness.attribute = getattr
harness.solution_source = lambda: ""
harness.Remote = Remote
harness.text = str
harness.testify = testify
harness.inconclusive = inconclusive
harness.doubt = doubts.append
harness.look_later = late_looks.append
harness.sent = lambda: sent
harness.tell_from_here = lambda: None
harness.Reply = collections.namedtuple("Reply", "status headers body", defaults=(200, None, b"ok"))


class ProbeTest(unittest.TestCase):
    """Gives every test a fresh box as its working directory."""

    def setUp(self) -> None:
        self.box = Box()
        harness.box = self.box
        for kept in (doubts, late_looks, sent):
            kept.clear()
        before = os.getcwd()
        os.chdir(self.box.path("."))
        # What a solution leaves in its temporary folder goes with the box.
        self.enterContext(unittest.mock.patch.object(tempfile, "tempdir", self.box.root + "/tmp"))
        self.addCleanup(shutil.rmtree, self.box.root, True)
        self.addCleanup(self.box.watch.close)
        self.addCleanup(os.chdir, before)
