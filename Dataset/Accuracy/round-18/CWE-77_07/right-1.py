"""authorized_keys, handled as bytes; each change is a new file that takes the place of the old one."""
import base64
import binascii
import os
import shutil
import string
import struct
import tempfile
import unicodedata
from dataclasses import dataclass

HEAD, TAIL = b'restrict,command="receive ', b'"'
ALPHABET = frozenset(string.ascii_lowercase + string.digits + "-")
KINDS = (b"ssh-ed25519", b"ssh-rsa", b"ecdsa-sha2-nistp256")


class Unusable(ValueError):
    """A text that cannot be used."""


class School(str):
    def __new__(cls, text):
        if not isinstance(text, str) or not 1 <= len(text) <= 30 or set(text) - ALPHABET:
            raise Unusable("school")
        return super().__new__(cls, text)


def pack_key(text):
    try:
        raw = text.encode("ascii", "replace")
    except AttributeError:
        raise Unusable("key") from None
    raw = raw.removesuffix(b"\n").removesuffix(b"\r")
    if b"\n" in raw or b"\r" in raw:
        raise Unusable("more than one line")
    fields = raw.replace(b"\t", b" ").split(b" ")
    fields = [field for field in fields if field]
    if len(fields) < 2 or fields[0] not in KINDS:
        raise Unusable("type")
    kind, data = fields[:2]
    try:
        blob = binascii.a2b_base64(data, strict_mode=True)
    except binascii.Error:
        raise Unusable("base64") from None
    if base64.b64encode(blob) != data or not blob.startswith(struct.pack(">I", len(kind)) + kind):
        raise Unusable("blob")
    return kind + b" " + data


def visible(label):
    if not isinstance(label, str):
        raise Unusable("label")
    kept = []
    for sign in label:
        category = unicodedata.category(sign)
        if category == "Cs":
            raise Unusable("half a sign")
        if category not in ("Cc", "Cf", "Zl", "Zp"):
            kept.append(sign)
    return "".join(kept).encode()


@dataclass(frozen=True)
class Entry:
    school: str
    key: bytes
    label: bytes

    def dump(self):
        line = HEAD + self.school.encode() + TAIL + b" " + self.key
        return line + b" " + self.label if self.label else line

    @classmethod
    def load(cls, line):
        """The entry in a line, or None if it is none of a school."""
        if not line.startswith(HEAD):
            return None
        name, quote, rest = line[len(HEAD):].partition(TAIL)
        if not quote or not rest.startswith(b" "):
            return None
        kind, _, rest = rest[1:].partition(b" ")
        data, _, label = rest.partition(b" ")
        try:
            school = School(name.decode("ascii"))
        except ValueError:
            return None
        if kind not in KINDS or not data:
            return None
        return cls(school, kind + b" " + data, label)


class Keys:
    def __init__(self, path):
        self.path = os.path.abspath(path)

    def _lines(self):
        with open(self.path, "rb") as file:
            yield from file  # iterating bytes splits at line feeds only

    def _replace(self, chunks):
        real = os.path.realpath(self.path)
        handle, other = tempfile.mkstemp(dir=os.path.dirname(real))
        try:
            with os.fdopen(handle, "wb") as file:
                file.writelines(chunks)
            shutil.copymode(real, other)
            os.replace(other, real)
        except BaseException:
            os.unlink(other)
            raise

    def add(self, school, key, label):
        entry = Entry(School(school), pack_key(key), visible(label))
        old = b"".join(self._lines())
        gap = b"" if old.endswith(b"\n") or not old else b"\n"
        self._replace([old, gap, entry.dump(), b"\n"])

    def remove(self, school):
        name = School(school)

        def others():
            for line in self._lines():
                entry = Entry.load(line.removesuffix(b"\n"))
                if entry is None or entry.school != name:
                    yield line

        self._replace(list(others()))

    def schools(self):
        entries = (Entry.load(line.removesuffix(b"\n")) for line in self._lines())
        return [(str(entry.school), entry.label.decode()) for entry in entries if entry]
