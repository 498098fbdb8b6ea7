import os


class _Box(dict):
    """The cards of a folder: name -> path."""

    def __init__(self, folder):
        super().__init__()
        pending = [("", os.fspath(folder))]
        while pending:
            prefix, where = pending.pop()
            with os.scandir(where) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        pending.append((prefix + entry.name + "/", entry.path))
                    elif entry.is_file(follow_symlinks=False):
                        self[prefix + entry.name] = entry.path


def list_cards(folder):
    return sorted(_Box(folder))


def read_card(folder, name):
    path = _Box(folder).get(name)
    if path is None:
        return None
    with open(path, "rb") as file:
        return str(file.read(), "utf-8")
