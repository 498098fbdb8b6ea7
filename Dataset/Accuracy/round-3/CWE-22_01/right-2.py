import logging
from collections.abc import Mapping
from pathlib import Path

log = logging.getLogger("recipes")


class _Cards(Mapping):
    """The cards of a folder; a name is only a key, never a path."""

    def __init__(self, folder):
        root = Path(folder).resolve(strict=True)
        self._files = {}
        for path in root.rglob("*"):
            real = path.resolve()
            if real.is_file() and real.is_relative_to(root):
                self._files[path.relative_to(root).as_posix()] = real

    def __getitem__(self, name):
        return self._files[name].read_bytes().decode("utf-8")

    def __iter__(self):
        return iter(self._files)

    def __len__(self):
        return len(self._files)


def list_cards(folder):
    return sorted(_Cards(folder))


def read_card(folder, name):
    card = _Cards(folder).get(name)
    if card is None:
        log.info("no card %r", name)
    return card
