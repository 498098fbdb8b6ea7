"""Uploads of setups for the flight simulator."""

import os
import string
import threading

GOOD_SIGNS = frozenset(string.ascii_letters + string.digits + ".-_")
GOOD_ENDINGS = (".ini", ".cfg", ".txt")
FORBIDDEN = (".htaccess", ".htpasswd", ".user.ini", "php.ini")
_LOCK = threading.Lock()               # one upload after another


def _name(filename):
    last = filename.replace("\\", "/").rpartition("/")[2]
    return "".join(c for c in last.replace(" ", "-") if c in GOOD_SIGNS)


def store(folder, filename, data):
    name = _name(filename)
    key = name.lower()                       # Windows does not tell Yoke.ini from yoke.ini
    if not name or name[0] == "." or name[-1] == "." or key in FORBIDDEN:
        return None
    stem, ending = name, ""
    if "." in name:
        if not key.endswith(GOOD_ENDINGS):
            return None
        stem, ending = name[:-4], name[-4:]

    with _LOCK:
        there = os.listdir(folder)
        if key in map(str.lower, there):
            number = 2
            while f"{stem}-{number}{ending}" in there:
                number += 1
            name = f"{stem}-{number}{ending}"
        try:
            with open(os.path.join(folder, name), "wb") as file:
                file.write(data)
        except OSError:                      # a name that is too long
            return None
    return name
