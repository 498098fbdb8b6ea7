"""Uploads of setups for the flight simulator."""

import os
import re

ENDINGS = {"", ".ini", ".cfg", ".txt"}
CONFIGURATION = {".htaccess", ".htpasswd", ".user.ini", "php.ini"}


def _clean(filename):
    name = re.split(r"[/\\]", filename)[-1].replace(" ", "-")
    return re.sub(r"[^A-Za-z0-9._-]", "", name)


def _split(name):
    dot = name.rfind(".")
    return (name, "") if dot < 0 else (name[:dot], name[dot:])


def _allowed(name):
    if not name or name.startswith(".") or name.endswith("."):
        return False
    return name.lower() not in CONFIGURATION and _split(name)[1].lower() in ENDINGS


def store(folder, filename, data):
    name = _clean(filename)
    if not _allowed(name):
        return None
    stem, ending = _split(name)
    taken = {entry.lower() for entry in os.listdir(folder)}    # as Windows compares
    number = 1
    while name.lower() in taken:
        number += 1
        name = f"{stem}-{number}{ending}"
    if not _allowed(name):
        return None
    try:
        with open(os.path.join(folder, name), "wb") as file:
            file.write(data)
    except OSError:            # too long
        return None
    return name
