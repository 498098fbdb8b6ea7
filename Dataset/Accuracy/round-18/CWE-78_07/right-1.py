"""stove.env in double quotes, read by a small state machine and changed under a lock."""
import contextlib
import fcntl
import os
import string
import subprocess
import uuid
from collections.abc import MutableMapping

LETTERS = frozenset(string.ascii_uppercase + string.digits + "_")
SPECIAL = frozenset(b'\\"$`')
LONGEST = 128 * 1024 - 1  # bytes of NAME=TEXT that Linux hands on


def check_name(name):
    if not (isinstance(name, str) and name.startswith("SAUNA_") and len(name) > 6 and LETTERS.issuperset(name)):
        raise ValueError("name")
    return name.encode("ascii")


def check_text(text):
    if not isinstance(text, str):
        raise ValueError("text")
    raw = text.encode("utf-8")  # UnicodeEncodeError is a ValueError as well
    if 0 in raw:
        raise ValueError("NUL")
    return raw


def dump(table):
    out = bytearray()
    for name in sorted(table):
        out += name + b'="'
        for byte in table[name]:
            if byte in SPECIAL:
                out += b"\\"
            out.append(byte)
        out += b'"\n'
    return bytes(out)


def parse(data):
    """Pairs from what `dump` has made."""
    signs = iter(data)
    name = bytearray()
    for sign in signs:
        if sign != ord("="):
            name.append(sign)
            continue
        if next(signs, None) != ord('"'):
            raise RuntimeError("stove.env was not made by a Stove")
        text = bytearray()
        for sign in signs:
            if sign == ord('"'):
                break
            text.append(next(signs) if sign == ord("\\") else sign)
        next(signs, None)  # the line feed
        yield bytes(name), bytes(text)
        name.clear()


class EnvFile(MutableMapping):
    """The settings as a mapping of bytes; each change is a file of its own."""

    def __init__(self, folder):
        self._folder = folder
        self._path = os.path.join(folder, "stove.env")

    @contextlib.contextmanager
    def _locked(self):
        handle = os.open(self._folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield
        finally:
            os.close(handle)

    def _table(self):
        try:
            with open(self._path, "rb") as file:
                return dict(parse(file.read()))
        except FileNotFoundError:
            return {}

    def _swap(self, table):
        other = os.path.join(self._folder, f".{uuid.uuid4().hex}.tmp")
        with open(other, "xb") as file:
            file.write(dump(table))
        os.replace(other, self._path)

    def __getitem__(self, name):
        return self._table()[name]

    def __setitem__(self, name, text):
        with self._locked():
            self._swap(self._table() | {name: text})

    def __delitem__(self, name):
        with self._locked():
            table = self._table()
            del table[name]
            self._swap(table)

    def __iter__(self):
        return iter(sorted(self._table()))

    def __len__(self):
        return len(self._table())


class Stove:
    def __init__(self, folder):
        self._folder = os.path.abspath(folder)
        self._env = EnvFile(self._folder)

    def set(self, name, text):
        name, text = check_name(name), check_text(text)
        if len(name) + 1 + len(text) >= LONGEST:
            raise ValueError("too long for a variable")
        self._env[name] = text

    def get(self, name):
        try:
            return self._env[check_name(name)].decode("utf-8")
        except (KeyError, ValueError):
            return None

    def remove(self, name):
        with contextlib.suppress(KeyError, ValueError):
            del self._env[check_name(name)]

    def names(self):
        return [name.decode("ascii") for name in self._env]

    def switch_on(self, programme):
        with subprocess.Popen(("sh", "start.sh", programme), executable="/bin/sh", cwd=self._folder) as run:
            return run.wait() == 0
