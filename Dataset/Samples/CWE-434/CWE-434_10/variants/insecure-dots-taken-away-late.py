import os
import re


def allowed(name):
    stem, dot, ending = name.rpartition(".")
    if name.startswith(".") or name.lower() == "php.ini":
        return False
    return not dot or ending.lower() in ("ini", "cfg", "txt", "")


def store(folder, filename, data):
    name = re.sub(r"[^A-Za-z0-9._-]", "", re.sub(r"^.*[/\\]", "", filename, flags=re.DOTALL).replace(" ", "-"))
    if not allowed(name):
        return None
    name = name.rstrip(".")
    if not name:
        return None
    stem, ending = os.path.splitext(name)
    for number in range(1, 10_000):
        made = name if number == 1 else f"{stem}-{number}{ending}"
        if made.lower() in map(str.lower, os.listdir(folder)):
            continue
        with open(os.path.join(folder, made), "xb") as file:
            file.write(data)
        return made
