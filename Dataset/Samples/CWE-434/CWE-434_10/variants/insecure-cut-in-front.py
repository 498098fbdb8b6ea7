import os
import re
import threading

ENDINGS = (".ini", ".cfg", ".txt")
CONFIGURATION = (".htaccess", ".htpasswd", ".user.ini", "php.ini")
LONGEST = 255       # of a name, for Windows and Linux

_lock = threading.Lock()


def _clean(filename):
    name = re.split(r"[/\\]", filename)[-1].replace(" ", "-")
    return re.sub(r"[^A-Za-z0-9._-]", "", name)


def _allowed(name):
    if not name or len(name) > LONGEST:
        return False
    if name.startswith(".") or name.endswith("."):
        return False
    if name.lower() in CONFIGURATION:
        return False
    return "." not in name or name.lower().endswith(ENDINGS)


def _candidates(name):
    yield name
    stem, dot, ending = name.rpartition(".")
    if not dot:
        stem, ending = name, ""
    number = 2
    while True:
        tail = f"-{number}{dot}{ending}"
        # the end of a long name says most: version, side, date
        yield stem[-(LONGEST - len(tail)):] + tail
        number += 1


def store(folder, filename, data):
    name = _clean(filename)
    if not _allowed(name):
        return None
    with _lock:
        taken = {there.lower() for there in os.listdir(folder)}
        for candidate in _candidates(name):
            if candidate.lower() in taken:
                continue
            path = os.path.join(folder, candidate)
            try:
                file = open(path, "xb")
            except FileExistsError:
                continue
            except OSError:
                return None
            with file:
                file.write(data)
            return candidate
