import contextlib
import fcntl
import os
import subprocess


class Text:
    """One of the four texts, which knows how it is written in a script."""

    REGEX = {ord(c): f"[{c}]" for c in ".*$["} | {
        ord("^"): "\\^", ord("\\"): "\\\\", ord("/"): "\\/", 10: "\\n"}
    RESULT = {ord("&"): "\\&", ord("\\"): "\\\\", ord("/"): "\\/", 10: "\\n"}

    def __init__(self, value):
        if not isinstance(value, str) or "\0" in value:
            raise ValueError("no text for a script")
        value.encode()
        self.value = value

    def sought(self):
        return self.value.translate(self.REGEX)

    def given(self):
        return self.value.translate(self.RESULT)

    def remark(self):
        if "\n" in self.value:
            raise ValueError("a remark has one line")
        return self.value


class Style:
    def __init__(self, path):
        self.path = os.path.abspath(path)

    @contextlib.contextmanager
    def _open(self):
        handle = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o666)
        with os.fdopen(handle, "r+b", buffering=0) as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield file

    def add(self, old, new, note, only=""):
        old, new, note, only = map(Text, (old, new, note, only))
        if not old.value:
            raise ValueError("old is empty")
        rule = f"# {note.remark()}\n"
        if only.value:
            rule += f"/{only.sought()}/ "
        rule += f"s/{old.sought()}/{new.given()}/g\n"
        rule = rule.encode()
        with self._open() as file:
            file.seek(0)
            there = file.read()
            if there and not there.endswith(b"\n"):
                rule = b"\n" + rule
            size = len(there)
            try:
                if file.write(rule) != len(rule):
                    raise OSError("the disk is full")
            except OSError:
                file.truncate(size)
                raise

    def notes(self):
        try:
            with open(self.path, "rb") as file:
                script = file.read()
        except FileNotFoundError:
            return []
        return [line[2:].decode() for line in script.split(b"\n") if line[:2] == b"# "]

    def edit(self, report):
        try:
            if not os.path.getsize(self.path):
                return report
        except FileNotFoundError:
            return report
        environment = {key: value for key, value in os.environ.items()
                       if key != "POSIXLY_CORRECT" and not key.startswith("LC_")}
        with subprocess.Popen(["sed", "--file=" + self.path], stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE, env=environment | {"LC_ALL": "C"}) as sed:
            result, _ = sed.communicate(report.encode())
        if sed.returncode:
            raise RuntimeError("sed does not take the script")
        return result.decode()
