"""House style: special signs stand in brackets, control characters are refused."""
import dataclasses
import io
import os
import subprocess
import tempfile
import unicodedata

_BRACKETED = set(".*[$")


def _literal(text):
    out = io.StringIO()
    for sign in text:
        if sign in _BRACKETED:
            out.write("[" + sign + "]")
        elif sign in "\\^/":
            out.write("\\" + sign)
        else:
            out.write(sign)
    return out.getvalue()


@dataclasses.dataclass(frozen=True)
class _Rule:
    old: str
    new: str
    note: str
    only: str

    def __post_init__(self):
        for value in dataclasses.astuple(self):
            for sign in value:
                if sign in "\n\0" or unicodedata.category(sign) == "Cs":
                    raise ValueError("refused: %a" % sign)
        if not len(self.old):
            raise ValueError("old must not be empty")

    def __bytes__(self):
        new = self.new
        for sign in ("\\", "&", "/"):
            new = new.replace(sign, "\\" + sign)
        where = self.only and "/%s/ " % _literal(self.only)
        return ("# %s\n%ss/%s/%s/g\n" % (self.note, where, _literal(self.old), new)).encode()


class Style:
    def __init__(self, path):
        self._path = path if os.path.isabs(path) else os.path.join(os.getcwd(), path)

    def add(self, old, new, note, only=""):
        rule = bytes(_Rule(old, new, note, only))
        with open(self._path, "a+b", buffering=0) as script:
            script.seek(0)
            before = script.read()
            script.write((b"" if before[-1:] in (b"", b"\n") else b"\n") + rule)

    def notes(self):
        try:
            with open(self._path, "rb") as script:
                lines = [line.removesuffix(b"\n") for line in script]
        except FileNotFoundError:
            return []
        return [line.removeprefix(b"# ").decode() for line in lines if line[:2] == b"# "]

    def edit(self, report):
        if not os.path.exists(self._path):
            return report
        with tempfile.TemporaryFile() as before:
            before.write(report.encode())
            before.seek(0)
            return subprocess.check_output(["sed", "-f", self._path], stdin=before).decode()
