import os


def list_cards(folder):
    names = []
    for place, _, files in os.walk(folder):
        for file in files:
            relative = os.path.relpath(os.path.join(place, file), folder)
            names.append(relative.replace(os.sep, "/"))
    return sorted(names)


def read_card(folder, name):
    if not name or "\0" in name:
        return None
    root = os.path.realpath(folder)
    target = os.path.realpath(os.path.join(root, name))
    if os.path.commonprefix([root, target]) != root:
        return None
    if not os.path.isfile(target):
        return None
    with open(target, encoding="utf-8", newline="") as file:
        return file.read()
