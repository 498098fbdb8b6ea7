"""Bytes only; a label that has anything invisible is refused."""
import base64
import os
import re
from typing import NamedTuple

ENTRY = re.compile(rb'restrict,command="receive ([a-z0-9-]{1,30})" (\S+) (\S+)(?: ([^\n]+))?\Z')


class Unusable(ValueError):
    """A text that cannot stand in the file."""


class Entry(NamedTuple):
    school: bytes
    kind: bytes
    data: bytes
    label: bytes

    @classmethod
    def read(cls, line):
        m = ENTRY.match(line)
        return m and cls(m[1], m[2], m[3], m[4] or b"")

    def __bytes__(self):
        line = b'restrict,command="receive %b" %b %b' % self[:3]
        return line + b" " + self.label if self.label else line


def school_of(text):
    if not (text.isascii() and re.fullmatch("[-0-9a-z]{1,30}", text)):
        raise Unusable(f"school: {text!r}")
    return text.encode()


def key_of(text):
    if text.endswith("\n"):
        text = text[:-1]
    if text.endswith("\r"):
        text = text[:-1]
    if set(text) & set("\n\r\0"):
        raise Unusable("the key is of more than one line")
    kind, data, *_ = text.split(" ") + [""]
    if kind not in {"ssh-ed25519", "ssh-rsa", "ecdsa-sha2-nistp256"}:
        raise Unusable(f"type: {kind!r}")
    try:
        raw = base64.b64decode(data.encode("ascii"), validate=True)
    except ValueError as error:
        raise Unusable("base64") from error
    kind = kind.encode()
    size = int.from_bytes(raw[:4], "big")
    if raw[4:4 + size] != kind:
        raise Unusable("type and key do not belong together")
    return kind, data.encode()


def label_of(text):
    if not all(c == " " or c.isprintable() for c in text):
        raise Unusable(f"label: {text!r}")
    return text.encode()


class Keys:
    def __init__(self, path):
        self.path = os.path.realpath(path)

    def _load(self):
        with open(self.path, "rb") as file:
            return file.read().split(b"\n")

    def _store(self, lines):
        new = f"{self.path}.{os.getpid()}.{os.urandom(8).hex()}"
        was = os.stat(self.path)
        fd = os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        try:
            with os.fdopen(fd, "wb") as file:
                file.write(b"\n".join(lines))
                os.fchmod(fd, was.st_mode & 0o7777)
            os.rename(new, self.path)
        except BaseException:
            os.remove(new)
            raise

    def add(self, school, key, label):
        entry = Entry(school_of(school), *key_of(key), label_of(label))
        lines = self._load()
        if lines[-1]:
            lines.append(b"")
        lines[-1:] = [bytes(entry), b""]
        self._store(lines)

    def remove(self, school):
        name = school_of(school)
        lines = self._load()
        rest = [line for line in lines if (Entry.read(line) or [None])[0] != name]
        if len(rest) < len(lines):
            self._store(rest)

    def schools(self):
        return [(e.school.decode(), e.label.decode()) for e in map(Entry.read, self._load()) if e]
