import hashlib
import hmac
import re

_NEW_KIND = re.compile(r"\$1\$([A-Za-z0-9]+)\$([0-9a-f]{64})")


def _entry(path, name):
    """What the last line of this name says, or None."""
    try:
        with open(path, "rb") as file:
            content = file.read()
    except OSError:
        return None
    # A line ends with \n; what stands behind the last one is still being written.
    *lines, rest = content.split(b"\n")
    entry = None
    for raw in lines:
        try:
            line = raw.decode("utf-8")
        except UnicodeDecodeError:
            continue        # cannot be read, opens to nobody
        if line.startswith("#"):
            continue
        account, colon, known = line.partition(":")
        if colon and account == name:
            entry = known
    if rest.partition(b":")[0] == name.encode("utf-8"):
        return None
    return entry


def may_enter(path, name, password) -> bool:
    try:
        typed = password.encode("utf-8")
        name.encode("utf-8")
    except UnicodeEncodeError:
        return False
    entry = _entry(path, name)
    if not entry or entry.startswith("*"):
        return False
    if entry.startswith("$"):
        match = _NEW_KIND.fullmatch(entry)
        if match is None:
            return False
        digest = hashlib.sha256(match[1].encode("utf-8") + typed).hexdigest()
        return hmac.compare_digest(digest, match[2])
    return hmac.compare_digest(entry.encode("utf-8"), typed)
