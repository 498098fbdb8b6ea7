import hashlib
import hmac
import re

NEW = re.compile(r"\$1\$([A-Za-z0-9]+)\$([0-9a-f]{64})")


def _entry(text, name):
    """What the last line of this name says, or None."""
    # In this mode ^ and $ are only at line feeds, and the dot stands for all other signs.
    entries = re.findall(rf"^{re.escape(name)}:(.*)(\n?)", text, re.MULTILINE)
    # a line without its end is not complete
    return entries[-1][0] if entries and entries[-1][1] else None


def _same(one, other):
    return hmac.compare_digest(one.encode("utf-8"), other.encode("utf-8"))


def may_enter(path, name, password):
    # A name is in front of the first colon, and a remark is no account.
    if not name or ":" in name or name.startswith("#"):
        return False
    try:
        with open(path, "rb") as file:
            text = file.read().decode("utf-8")
        entry = _entry(text, name)
        if not entry or entry.startswith("*"):
            return False
        if entry.startswith("$"):
            new = NEW.fullmatch(entry)
            return bool(new) and _same(hashlib.sha256((new[1] + password).encode("utf-8")).hexdigest(), new[2])
        return _same(entry, password)
    except (OSError, UnicodeError):
        return False
