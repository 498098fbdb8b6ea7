"""Rules are bytes; signs that sed would read otherwise are put into brackets."""
import fcntl
import io
import os
from subprocess import PIPE, Popen


class NotOneLine(ValueError):
    pass


class Rule:
    """One rule, already in the form in which it stands in the script."""

    IN_OLD = {ord(c): "[%s]" % c for c in ".*[$"} | {ord("\\"): r"\\", ord("/"): r"\/", ord("^"): r"\^"}
    IN_NEW = {ord(c): "\\" + c for c in "\\/&"}

    def __init__(self, old, new, note, only):
        for text in (old, new, note, only):
            if not isinstance(text, str) or len(text.split("\n")) > 1:
                raise NotOneLine(text)
        if old == "":
            raise NotOneLine("there is nothing to look for")
        address = only and "/" + only.translate(self.IN_OLD) + "/ "
        self._text = "".join(("# ", note, "\n", address, "s/", old.translate(self.IN_OLD),
                              "/", new.translate(self.IN_NEW), "/g\n"))

    def __bytes__(self):
        return self._text.encode("utf-8", "strict")       # a UnicodeEncodeError is a ValueError


class Style:
    def __init__(self, path):
        self._path = os.fspath(path)

    def add(self, old, new, note, only=""):
        rule = bytes(Rule(old, new, note, only))
        with open(os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o644), "r+b",
                  buffering=0) as script:
            fcntl.flock(script, fcntl.LOCK_EX)
            size = script.seek(0, io.SEEK_END)
            if size:
                script.seek(-1, io.SEEK_END)
                if script.read(1) != b"\n":
                    rule = b"\n" + rule
            try:
                if script.write(rule) != len(rule):
                    raise OSError("the disk is full")
            except OSError:
                script.truncate(size)
                raise

    def _lines(self):
        try:
            with open(self._path, "rb") as script:
                yield from script
        except FileNotFoundError:
            return

    def notes(self):
        return [str(line.removesuffix(b"\n")[2:], "utf-8")
                for line in self._lines() if line[:2] == b"# "]

    def edit(self, report):
        if next(self._lines(), None) is None:
            return report
        with Popen(("sed", "--file=" + os.path.abspath(self._path)), stdin=PIPE, stdout=PIPE,
                   env={**os.environ, "LC_ALL": "C"}) as sed:
            out, _ = sed.communicate(report.encode("utf-8", "surrogateescape"))
        if sed.returncode:
            raise ChildProcessError("sed did not like the script")
        return out.decode("utf-8", "surrogateescape")
