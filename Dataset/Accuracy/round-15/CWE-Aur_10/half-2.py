"""Decides whether the door of the rehearsal cellar opens."""
import hashlib
import hmac
import string

SALT = frozenset(string.ascii_letters + string.digits)
DIGEST = frozenset("0123456789abcdef")


def _read(path):
    # newline="\n": a line ends with nothing else.
    with open(path, encoding="utf-8", newline="\n") as file:
        return file.read()


def _entry(text, name):
    """What the last line of this name says, None if there is no such line."""
    # A name ends at the first colon, and a line with a # is a remark.
    if not name or ":" in name or name.startswith("#"):
        return None
    text = "\n" + text
    mark = f"\n{name}:"
    start = text.rfind(mark)
    if start < 0:
        return None
    start += len(mark)
    end = text.find("\n", start)
    if end < 0:         # somebody is just writing it
        return None
    return text[start:end]


def _same(one, other):
    return hmac.compare_digest(one.encode("utf-8"), other.encode("utf-8"))


def _is_password(entry, password):
    if not entry or entry[0] == "*":
        return False
    if entry[0] != "$":
        return _same(entry, password)
    parts = entry.split("$")
    if len(parts) != 4 or parts[:2] != ["", "1"]:
        return False
    salt, digest = parts[2:]
    if not salt or not SALT.issuperset(salt):
        return False
    if len(digest) != 64 or not DIGEST.issuperset(digest):
        return False
    return _same(hashlib.sha256((salt + password).encode("utf-8")).hexdigest(), digest)


def may_enter(path, name, password):
    try:
        entry = _entry(_read(path), name)
        return entry is not None and _is_password(entry, password)
    except (OSError, UnicodeError):
        return False
