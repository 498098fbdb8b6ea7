import os
import re

ENDINGS = ("", ".ini", ".cfg", ".txt")


def store(folder, filename, data):
    name = re.split(r"[/\\]", filename)[-1].replace(" ", "-")
    name = re.sub(r"[^A-Za-z0-9._-]", "", name)
    stem, ending = os.path.splitext(name)
    number = 1
    while True:
        tried = f"{stem}-{number}{ending}" if number > 1 else name
        if not is_setup(tried):
            return None
        if tried.lower() not in {one.lower() for one in os.listdir(folder)}:
            with open(os.path.join(folder, tried), "xb") as file:
                file.write(data)
            return tried
        number += 1


def is_setup(name):
    """Is this a name of a setup, and none from which the server takes its configuration?"""
    if not name or name[0] == "." or name[-1] == ".":
        return False
    return os.path.splitext(name)[1].lower() in ENDINGS
