import os
import re
import threading

_NOT_ALLOWED = re.compile(r"[^a-z0-9._-]+", re.IGNORECASE)
# Not starting with a dot, and either without any dot or with one of the three endings.
_SETUP = re.compile(r"(?P<stem>[^.]+|[^.].*?)(?P<ending>\.ini|\.cfg|\.txt|)", re.IGNORECASE)
_NEVER = {".htaccess", ".htpasswd", ".user.ini", "php.ini"}
_lock = threading.Lock()


def _clean(filename):
    name = re.split(r"[/\\]", filename)[-1]
    return _NOT_ALLOWED.sub("", name.replace(" ", "-"))


def _parts(name):
    """Stem and ending of a name that can be taken, or None."""
    match = _SETUP.fullmatch(name)
    if match is None:
        return None
    stem, ending = match["stem"], match["ending"]
    if not ending and "." in stem:
        return None
    return stem, ending


def store(folder, filename, data):
    parts = _parts(_clean(filename))
    if parts is None:
        return None
    stem, ending = parts
    with _lock:
        taken = {name.lower() for name in os.listdir(folder)}
        number = 1
        while True:
            name = stem + ("" if number == 1 else "-%d" % number) + ending
            if name.lower() in _NEVER:
                return None
            if name.lower() not in taken:
                break
            number += 1
        path = os.path.join(folder, name)
        try:
            file = open(path, "xb")
        except OSError:  # too long
            return None
        try:
            with file:
                file.write(data)
        except BaseException:
            os.unlink(path)
            raise
    return name
