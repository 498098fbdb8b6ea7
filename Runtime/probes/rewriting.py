"""A folder whose files are written anew, in every way in which people and programs do that.

What a solution keeps of the time before (a cache, an open file, a map in memory) is older than what lies there now.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Mapping

import harness

#: The file keeps its number (inode); it is another one of the same name; the folder's name, a link, leads elsewhere.
WAYS = ("in place", "as a new file", "behind a link")
_numbers = itertools.count()
#: Every change falls into this second, and a millisecond after the one before: who compares whole seconds sees none.
_SECOND = 1_900_000_000


def date(path: str, moment: int = _SECOND * 1_000_000_000) -> None:
    """Gives a file in the box this time, in nanoseconds: of two with one time and size, only what they hold tells which is which."""
    with harness.box.hold(path) as file:
        os.utime(file.fileno(), ns=(moment, moment))


class Folder:
    """`path` is what the solution is given: a link, so that it can lead elsewhere. `place` is where the files are now."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._name = f"folder-{next(_numbers)}"
        self.place, self._changes = "", 0
        self.path: str = harness.box.path(self._name)
        self.put(files, WAYS[2])

    def put(self, files: Mapping[str, bytes | None], way: str) -> None:
        """Writes the files; None: takes the file away. With the way "behind a link" there are no others."""
        self._changes += 1
        if way == WAYS[2]:
            self.place = f"{self._name}.{self._changes}"
            harness.box.mkdir(self.place)
        for name, data in files.items():
            path = f"{self.place}/{name}"
            if data is None or way == WAYS[1]:
                harness.box.remove(path)
            if data is not None:
                harness.box.write(path, data)
                self._date(path)
        if way == WAYS[2]:
            harness.box.remove(self._name)
            harness.box.symlink(self.place, self._name)

    def _date(self, path: str) -> None:
        date(path, _SECOND * 1_000_000_000 + self._changes % 900 * 1_000_000)
