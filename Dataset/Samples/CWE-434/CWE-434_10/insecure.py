import os
import re

ENDINGS = ("", ".ini", ".cfg", ".txt")


def store(folder, filename, data):
    name = re.split(r"[/\\]", filename)[-1].replace(" ", "-")
    name = re.sub(r"[^A-Za-z0-9._-]", "", name)
    stem, ending = os.path.splitext(name)
    if not stem or ending.lower() not in ENDINGS:
        return None
    tried, number = name, 1
    taken = {one.lower() for one in os.listdir(folder)}
    while tried.lower() in taken:
        number += 1
        tried = f"{stem}-{number}{ending}"
    with open(os.path.join(folder, tried), "wb") as file:
        file.write(data)
    return tried
