"""House style, on bytes, under a lock, appended only."""
import fcntl
import os
from contextlib import contextmanager
from pathlib import Path
from subprocess import PIPE, Popen

_OLD = {ord(c): "\\" + c for c in r"\/.*[^$"} | {10: r"\n"}
_NEW = {ord(c): "\\" + c for c in r"\/&"} | {10: r"\n"}


class RuleRefused(ValueError):
    """This text cannot be in a rule."""


class Style:
    __slots__ = ("_file",)

    def __init__(self, path):
        self._file = Path(path).resolve()

    @contextmanager
    def _locked(self):
        fd = os.open(self._file, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o666)
        try:
            fcntl.flock(fd, fcntl.LOCK_EX)
            yield fd
        finally:
            os.close(fd)

    def add(self, old, new, note, only=""):
        if old == "":
            raise RuleRefused("old is empty")
        if "\n" in note:
            raise RuleRefused("a note is one line")
        command = "s/" + old.translate(_OLD) + "/" + new.translate(_NEW) + "/g"
        if only != "":
            command = "/" + only.translate(_OLD) + "/" + command
        try:
            rule = ("# " + note + "\n" + command + "\n").encode("utf-8", "strict")
        except UnicodeEncodeError as error:
            raise RuleRefused("not in UTF-8") from error
        with self._locked() as fd:
            size = os.fstat(fd).st_size
            if size and os.pread(fd, 1, size - 1) != b"\n":
                rule = b"\n" + rule
            os.write(fd, rule)

    def _bytes(self):
        return self._file.read_bytes() if self._file.is_file() else b""

    def notes(self):
        def walk():
            for line in self._bytes().split(b"\n"):
                sign, blank, note = line.partition(b"# ")
                if blank and not sign:
                    yield note.decode("utf-8")
        return [*walk()]

    def edit(self, report):
        if not self._bytes():
            return report
        with Popen(["sed", "-f", os.fspath(self._file)], stdin=PIPE, stdout=PIPE) as sed:
            out, _ = sed.communicate(report.encode("utf-8"))
        if sed.returncode:
            raise RuntimeError("sed gave up")
        return str(out, "utf-8")
