import os
from pathlib import Path


class Shelf:
    def __init__(self, folder):
        self.root = Path(folder).resolve()

    def __iter__(self):
        yield from self._below(self.root, "")

    def _below(self, place, prefix):
        with os.scandir(place) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    yield from self._below(entry.path, f"{prefix}{entry.name}/")
                elif entry.is_file() and self._owns(entry.path):
                    yield prefix + entry.name

    def _owns(self, path):
        return self.root in Path(path).resolve().parents

    def __getitem__(self, name):
        if not any(card == name for card in self):
            raise KeyError(name)
        return (self.root / name).read_bytes().decode("utf-8")


def list_cards(folder):
    return sorted(Shelf(folder))


def read_card(folder, name):
    try:
        return Shelf(folder)[name]
    except KeyError:
        return None
