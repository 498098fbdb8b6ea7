import os
import re

#: A part begins and ends with something else than a blank, and is not made of dots.
PART = re.compile(r"(?!\.+$)[!-.0-\[\]-~\u00a1-\U0010ffff]([ -.0-\[\]-~\u00a1-\U0010ffff]*[!-.0-\[\]-~\u00a1-\U0010ffff])?")


def read(folder, name, nothing=False):
    text = name.casefold().replace("\\", "/").rstrip(" .")
    parts = [] if nothing and not text else [part.strip(" ") for part in text.split("/")]
    if not all(PART.fullmatch(part) for part in parts):
        raise FileNotFoundError(name)
    if parts and parts[0] == "staff":
        raise FileNotFoundError(name)
    return os.path.join(folder, *parts)


class Disks:
    def __init__(self, folder):
        self._folder = os.path.abspath(folder)

    def load(self, name):
        with open(read(self._folder, name), "rb") as file:
            return file.read()

    def save(self, name, data):
        path = read(self._folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(data)

    def directory(self, name):
        path = read(self._folder, name, nothing=True)
        names = set(os.listdir(path))
        if path == self._folder:
            names.discard("staff")
        return sorted(names)
