"""may_enter: looks through the file from its end, and makes an object of the one line that counts."""
import hashlib
import io
from secrets import compare_digest


class Entry:
    """Opens to nothing; the kinds that open to something say to what."""

    kinds = []

    def __init_subclass__(cls):
        Entry.kinds.append(cls)

    def __init__(self, text):
        self.text = text

    @classmethod
    def fits(cls, text):
        return False

    def opens_to(self, password):
        return False

    @staticmethod
    def of(text):
        return next((kind for kind in Entry.kinds if kind.fits(text)), Entry)(text)


class Plain(Entry):
    @classmethod
    def fits(cls, text):
        return text[:1] not in ("", "*", "$")

    def opens_to(self, password):
        return compare_digest(self.text.encode(), password.encode())


class Salted(Entry):
    @classmethod
    def fits(cls, text):
        match text.split("$"):
            case ["", "1", salt, digest]:
                return salt.isalnum() and len(digest) == 64 and set(digest) <= set("0123456789abcdef")
        return False

    def opens_to(self, password):
        _, _, salt, digest = self.text.split("$")
        hashed = hashlib.new("sha256")
        hashed.update(salt.encode())
        hashed.update(password.encode())
        return compare_digest(hashed.digest(), bytes.fromhex(digest))


def _backwards(stream):
    """Lines from the last to the first, with their line feed; none is cut at anything else."""
    lines = []
    while line := stream.readline():        # bytes: ends with b"\n" only
        lines.append(line)
    while lines:
        yield lines.pop()


def may_enter(path: str, name: str, password: str) -> bool:
    try:
        who = name.encode("utf-8", "strict")
        if not who or b":" in who or b"\n" in who or who[:1] == b"#":
            return False
        with io.FileIO(path) as raw, io.BufferedReader(raw) as stream:
            for line in _backwards(stream):
                if line.startswith(who + b":"):
                    if not line.endswith(b"\n"):
                        return False        # somebody is still writing it
                    return Entry.of(line[len(who) + 1:-1].decode("utf-8")).opens_to(password)
    except (OSError, UnicodeError, ValueError):
        pass
    return False
