import os
import re

BAD = {".htaccess", ".htpasswd", ".user.ini", "php.ini"}


def free(folder, stem, ending):
    names = {name.lower() for name in os.listdir(folder)}
    numbers = iter(range(2, len(names) + 3))
    name = stem + ending
    while name.lower() in names:
        name = f"{stem}-{next(numbers)}{ending}"
    return name


def store(folder, filename, data):
    last = filename.replace("\\", "/").rpartition("/")[2].replace(" ", "-")
    if not last or last.startswith(".") or last.rstrip(".").lower() in BAD or last.endswith("."):
        return None
    name = "".join(sign for sign in last if sign.isascii() and (sign.isalnum() or sign in ".-_"))
    stem, ending = os.path.splitext(name)
    if not stem or ending.lower() not in ("", ".ini", ".cfg", ".txt"):
        return None
    name = free(folder, stem, ending)
    with open(os.path.join(folder, name), "wb") as file:
        file.write(data)
    return name
