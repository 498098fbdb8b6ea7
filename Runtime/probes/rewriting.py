"""A folder whose files are written anew, in every way in which people and programs do that.

What a solution keeps of the time before (a cache, an open file, a map in memory) is older than what lies there now.
"""

from __future__ import annotations

import itertools
import json
import os
import re
from collections.abc import Mapping
from typing import Any

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


def cut_off(content: bytes) -> dict[str, bytes]:
    """What is left of a file that was not written to its end, or has lost its beginning: less than 100 bits of a secret.

    All of it is cut, or what looks like a secret of 20 signs or more in each value of JSON and of lines.
    """
    text = content.decode("latin-1")
    sizes = [1, 2, 4, 8, 12, *([24] if re.fullmatch(r"[0-9a-fA-F\s]+", text) else [])]
    found = {f"its first {size} bytes": content[:size] for size in sizes}
    found |= {f"its last {size} bytes": content[-size:] for size in (2, 8)}
    try:
        data = json.loads(content)
    except ValueError:
        data = None
    for size in (1, 2, 8, 16):
        if isinstance(data, (dict, list)):
            found[f"{size} signs of each value"] = json.dumps(_shortened(data, size)).encode()
        elif re.search(r"[=:;,\t ]", text):
            long = rf"([A-Za-z0-9+/_-]{{{size}}})[A-Za-z0-9+/_=-]{{{20 - size},}}"
            found[f"{size} signs of each value"] = re.sub(long, r"\1", text).encode("latin-1")
    return {name: left for name, left in found.items() if left != content}


def _shortened(data: Any, size: int) -> Any:
    if isinstance(data, dict):
        return {key: _shortened(value, size) for key, value in data.items()}
    if isinstance(data, list):
        return [_shortened(value, size) for value in data]
    return data[:size] if isinstance(data, str) and len(data) >= 20 else data


class Folder:
    """`path` is what the solution is given: a link, so that it can lead elsewhere. `place` is where the files are now.

    With `still`, all that is written has one and the same time, as after a copy that keeps it, or within a tick of the clock.
    """

    def __init__(self, files: Mapping[str, bytes], still: bool = False) -> None:
        self._name, self._still = f"folder-{next(_numbers)}", still
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
        date(path, _SECOND * 1_000_000_000 + (0 if self._still else self._changes % 900 * 1_000_000))
