import string
from hashlib import sha256
from hmac import compare_digest
from pathlib import Path


class Entry:
    """What is known of a password; of this kind nothing is known, and nothing opens."""

    def __init__(self, data):
        self.data = data

    def opens(self, typed):
        return False

    @staticmethod
    def of(data):
        kinds = {b"": Entry, b"*": Entry, b"$": Digest}
        return kinds.get(data[:1], Plain)(data)


class Plain(Entry):
    def opens(self, typed):
        return compare_digest(self.data, typed)


class Digest(Entry):
    LETTERS = (string.ascii_letters + string.digits).encode()
    DIGITS = b"0123456789abcdef"

    def opens(self, typed):
        parts = self.data.split(b"$")
        if len(parts) != 4 or parts[:2] != [b"", b"1"]:
            return False
        salt, digest = parts[2:]
        if not salt or len(digest) != 64 or salt.translate(None, self.LETTERS) or digest.translate(None, self.DIGITS):
            return False
        return compare_digest(sha256(salt + typed).hexdigest().encode(), digest)


def accounts(data):
    """All accounts of the file, from the last line to the first, in bytes."""
    end = data.rfind(b"\n")
    if end + 1 < len(data):
        # The last line has no end: something is missing, so it opens to nobody.
        rest = data[end + 1:]
        if not rest.startswith(b"#") and b":" in rest:
            yield rest[:rest.index(b":")], Entry(rest)
    while end >= 0:
        start = data.rfind(b"\n", 0, end)
        name, colon, known = data[start + 1:end].partition(b":")
        if colon and not name.startswith(b"#"):
            yield name, Entry.of(known)
        end = start


def may_enter(path, name, password):
    try:
        data = Path(path).read_bytes()
        wanted, typed = (text.encode("utf-8", "strict") for text in (name, password))
    except (OSError, ValueError):
        return False
    last = next((entry for account, entry in accounts(data) if account == wanted), None)
    return last is not None and wanted != b"" and last.opens(typed)
