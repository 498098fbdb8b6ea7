import os
import re
import threading

_ENDINGS = (".ini", ".cfg", ".txt")
_CONFIGURATION = {".htaccess", ".htpasswd", ".user.ini", "php.ini"}

# Several uploads at once: the next one sees what the one before has stored.
_one_at_a_time = threading.Lock()


def _clean(filename):
    name = re.split(r"[/\\]", filename)[-1].replace(" ", "-")
    return re.sub(r"[^a-zA-Z0-9._-]", "", name)


def _allowed(name):
    low = name.lower()
    if not low or low.startswith(".") or low.endswith(".") or low in _CONFIGURATION:
        return False
    return "." not in low or low.endswith(_ENDINGS)


def _numbered(name):
    stem, dot, ending = name.rpartition(".")
    if not dot:
        stem, ending = name, ""
    yield name
    number = 2
    while True:
        yield f"{stem}-{number}{dot}{ending}"
        number += 1


def store(folder, filename, data):
    name = _clean(filename)
    if not _allowed(name):
        return None
    with _one_at_a_time:
        # Windows takes small and capital letters for the same
        there = {other.lower() for other in os.listdir(folder)}
        name = next(new for new in _numbered(name) if new.lower() not in there)
        if not _allowed(name):
            return None
        try:
            with open(os.path.join(folder, name), "wb") as file:
                file.write(data)
        except OSError:
            return None  # such as a name that is too long
    return name
