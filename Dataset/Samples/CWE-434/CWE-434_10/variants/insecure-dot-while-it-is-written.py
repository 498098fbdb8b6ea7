import os
import re
import threading
import time

_ENDINGS = (".ini", ".cfg", ".txt")
_CONFIGURATION = {".htaccess", ".htpasswd", ".user.ini", "php.ini"}
_lock = threading.Lock()


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
    # Nobody shall fetch half of a setup: it gets its name when it is complete.
    # Until then the dot in front hides it, and keeps it apart from all that can be stored.
    draft = os.path.join(folder, "." + name)
    with _lock:
        file = _begin(draft)
        if file is None:
            return None
        try:
            with file:
                file.write(data)
            there = {other.lower() for other in os.listdir(folder)}
            for new in _numbered(name):
                if new.lower() in there:
                    continue
                try:
                    os.link(draft, os.path.join(folder, new))  # never over another file
                except FileExistsError:
                    continue
                return new
        finally:
            os.unlink(draft)


def _begin(draft):
    for _ in range(1000):
        try:
            return open(draft, "xb")
        except FileExistsError:
            time.sleep(0.01)  # another program of the server is at this name
        except OSError:
            break  # such as a name that is too long
    return None
