"""Appends in place, with a lock on the file; signs that cannot be seen become "_" in a label."""
import fcntl
import io
import itertools
from contextlib import contextmanager

ABC = "abcdefghijklmnopqrstuvwxyz"
NAME = frozenset(ABC + "0123456789-")
BASE64 = frozenset(ABC + ABC.upper() + "0123456789+/")
OPTIONS = 'restrict,command="receive ', '" '


class Keys:
    def __init__(self, path):
        self._path = path

    @contextmanager
    def _open(self, change=False):
        with open(self._path, "r+b" if change else "rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX if change else fcntl.LOCK_SH)
            yield file

    @staticmethod
    def _split(raw):
        """(school or None, label, line with its line feed) for each line"""
        for line in io.BytesIO(raw):                 # only b"\n" ends a line here
            text = line.decode("utf-8").removesuffix("\n")
            school = label = None
            if text.startswith(OPTIONS[0]) and OPTIONS[1] in text:
                name, _, rest = text[len(OPTIONS[0]):].partition(OPTIONS[1])
                if 0 < len(name) <= 30 and NAME.issuperset(name):
                    school, label = name, "".join(rest.split(" ", 2)[2:])
            yield school, label, line

    @staticmethod
    def _name(school):
        if len(school) not in range(1, 31) or set(school) - NAME:
            raise ValueError(school)
        return school

    @staticmethod
    def _key(key):
        words = key.strip(" \t\r\n")
        if not words.isprintable() and any(c in words for c in map(chr, itertools.chain(range(9), range(10, 32)))):
            raise ValueError("signs that do not belong into a key")
        words = words.replace("\t", " ").split(" ")
        kind, data = (words + [""])[:2]
        body = data.rstrip("=")
        if (kind not in ("ssh-ed25519", "ssh-rsa", "ecdsa-sha2-nistp256") or not body
                or set(body) - BASE64 or len(data) % 4 or len(data) - len(body) > 2):
            raise ValueError("not a key")
        return kind, data

    def add(self, school, key, label):
        name = self._name(school)
        kind, data = self._key(key)
        comment = "".join(c if c.isprintable() else "_" for c in label)
        line = name.join(OPTIONS) + " ".join(filter(None, (kind, data, comment)))
        raw = line.encode("utf-8") + b"\n"
        with self._open(change=True) as file:
            old = file.read()
            file.write(b"\n" + raw if old and not old.endswith(b"\n") else raw)

    def remove(self, school):
        name = self._name(school)
        with self._open(change=True) as file:
            kept = b"".join(line for who, _, line in self._split(file.read()) if who != name)
            file.seek(0)
            file.write(kept)
            file.truncate()

    def schools(self):
        with self._open() as file:
            return [(who, label) for who, label, _ in self._split(file.read()) if who is not None]
