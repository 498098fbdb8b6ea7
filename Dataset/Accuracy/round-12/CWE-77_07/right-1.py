"""authorized_keys in bytes. Lines are what lies between line feeds, nothing is
decoded but what is handed out, and nothing is written before all is known."""
import binascii
import fcntl
import io
import os
import string
import unicodedata
from contextlib import contextmanager

_NAME = frozenset((string.ascii_lowercase + string.digits + "-").encode())
_BASE = frozenset((string.ascii_letters + string.digits + "+/").encode())
_KINDS = {b"ssh-ed25519", b"ssh-rsa", b"ecdsa-sha2-nistp256"}
_BEGIN, _END = b'restrict,command="receive ', b'"'


class Unusable(ValueError):
    pass


def _bytes(text):
    if not isinstance(text, str):
        raise Unusable("not a text")
    try:
        return text.encode()
    except UnicodeEncodeError:
        raise Unusable("half a sign") from None


def _school(text):
    name = _bytes(text)
    if not 1 <= len(name) <= 30 or not _NAME.issuperset(name):
        raise Unusable("no name of a school")
    return name


def _label(text):
    """The label in UTF-8, with a blank for each control sign, each line
    or paragraph separator, and each half of a surrogate pair."""
    if not isinstance(text, str):
        raise Unusable("not a text")
    return "".join(" " if unicodedata.category(sign) in {"Cc", "Cs", "Zl", "Zp"} else sign for sign in text).encode()


def _key(text):
    kind, data, *_ = _bytes(text).removesuffix(b"\n").removesuffix(b"\r").split(b" ") + [b"", b""]
    if b"\n" in _bytes(text).rstrip(b"\r\n"):
        raise Unusable("more than one line")
    if kind not in _KINDS:
        raise Unusable("no type that we know")
    body = data.rstrip(b"=")
    if not body or not _BASE.issuperset(body) or len(data) - len(body) > 2 or len(data) % 4:
        raise Unusable("no base64")
    if binascii.b2a_base64(binascii.a2b_base64(data), newline=False) != data:
        raise Unusable("no base64")
    return kind, data


def _owner(line):
    """The school of a line and its label; None for lines of ours."""
    if not line.startswith(_BEGIN):
        return None
    name, end, rest = line[len(_BEGIN):].partition(_END)
    if not end or not 1 <= len(name) <= 30 or not _NAME.issuperset(name) or not rest.startswith(b" "):
        return None
    kind, _, rest = rest[1:].partition(b" ")
    data, _, label = rest.partition(b" ")
    return (name, label) if kind and data else None


class Keys:
    def __init__(self, path):
        self._path = os.path.abspath(path)

    @contextmanager
    def _file(self):
        with open(self._path, "r+b") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield file

    def add(self, school, key, label):
        line = _BEGIN + _school(school) + _END + b" " + b" ".join(_key(key))
        if label := _label(label):
            line += b" " + label
        with self._file() as file:
            if file.seek(0, io.SEEK_END):
                file.seek(-1, io.SEEK_END)
                if file.read(1) != b"\n":
                    line = b"\n" + line
            file.seek(0, io.SEEK_END)
            file.write(line + b"\n")

    def remove(self, school):
        name = _school(school)
        with self._file() as file:
            old = file.readlines()
            new = b"".join(line for line in old if (_owner(line.rstrip(b"\n")) or [None])[0] != name)
            if len(new) != sum(map(len, old)):
                file.seek(0)
                file.write(new)
                file.truncate()

    def schools(self):
        with open(self._path, "rb") as file:
            found = [_owner(line.removesuffix(b"\n")) for line in file]
        return [(name.decode(), label.decode("utf-8", "replace")) for name, label in filter(None, found)]
