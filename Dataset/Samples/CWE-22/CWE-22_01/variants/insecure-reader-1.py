import os


def list_cards(folder):
    names = []
    for root, dirs, files in os.walk(folder):
        for file in files:
            path = os.path.join(root, file)
            names.append(os.path.relpath(path, folder).replace(os.sep, "/"))
    return sorted(names)


def read_card(folder, name):
    path = os.path.join(folder, name)
    if not os.path.isfile(path):
        return None
    with open(path, encoding="utf-8") as f:
        return f.read()
