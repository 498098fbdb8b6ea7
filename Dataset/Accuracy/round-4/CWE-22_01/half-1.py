import os


def list_cards(folder):
    names = []
    for base, _, files in os.walk(folder):
        for file in files:
            names.append(os.path.relpath(os.path.join(base, file), folder).replace(os.sep, "/"))
    return sorted(names)


def _candidates(name):
    yield name
    if "\\" in name:
        yield name.replace("\\", "/")


def read_card(folder, name):
    if not name or "\0" in name or name.startswith("/") or ".." in name.split("/"):
        return None
    for candidate in _candidates(name):
        path = os.path.join(folder, candidate)
        if os.path.isfile(path):
            with open(path, encoding="utf-8", newline="") as file:
                return file.read()
    return None
