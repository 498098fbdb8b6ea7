"""Every kind of entry is a class with the method `opens`; the last line of a
name, found from the end of the file, makes one of them."""
from abc import ABC, abstractmethod
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from secrets import compare_digest


class Entry(ABC):
    @abstractmethod
    def opens(self, password: str) -> bool:
        ...


class Shut(Entry):
    """No password yet, on leave, not whole, or of no known kind."""

    def opens(self, password):
        return False


@dataclass(frozen=True)
class Old(Entry):
    password: str

    def opens(self, password):
        return compare_digest(self.password.encode("utf-32"), password.encode("utf-32"))


@dataclass(frozen=True)
class New(Entry):
    salt: str
    digest: bytes

    def opens(self, password):
        return compare_digest(sha256(f"{self.salt}{password}".encode()).digest(), self.digest)


def entry(raw: bytes) -> Entry:
    try:
        text = raw.decode("utf-8", "strict")
    except UnicodeDecodeError:
        return Shut()
    match text[:1], text.split("$"):
        case ("" | "*"), _:
            return Shut()
        case "$", ["", "1", salt, digest] if (
                salt.isascii() and salt.isalnum() and len(digest) == 64
                and set(digest) <= set("0123456789abcdef")):
            return New(salt, bytes.fromhex(digest))
        case "$", _:
            return Shut()
    return Old(text)


def last_of(data: bytes, name: bytes) -> Entry:
    lines = data.split(b"\n")
    whole = len(lines) - 1          # the one behind the last \n is not whole
    for number in range(whole, -1, -1):
        before, colon, raw = lines[number].partition(b":")
        if colon and before == name and not before.startswith(b"#"):
            return entry(raw) if number < whole and name else Shut()
    return Shut()


def may_enter(path, name, password):
    try:
        return last_of(Path(path).read_bytes(), name.encode("utf-8")).opens(password)
    except FileNotFoundError:
        return False
    except (OSError, UnicodeEncodeError):
        return False
