import base64
import json
import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Iterator


@dataclass(frozen=True, order=True)
class Design:
    name: str
    data: str

    @cached_property
    def parts(self):
        return tuple(self.name.split("/"))

    def checked(self):
        assert_that(isinstance(self.name, str) and isinstance(self.data, str), "name and data are strings")
        assert_that("\0" not in self.name, "no NUL in names")
        assert_that(not any(p in ("", os.curdir, os.pardir) for p in self.parts), f"{self.name!r} is not inside")
        return self

    def is_below(self, only):
        return only is None or f"{self.name}".startswith(only.rstrip("/") + "/")

    def write(self, base: Path):
        place = base
        for part in self.parts[:-1]:
            place = place / part
            assert_that(not place.is_symlink(), f"{place} is a symbolic link")
            place.mkdir(exist_ok=True)
        place = place / self.parts[-1]
        assert_that(not place.is_symlink(), f"{place} is a symbolic link")
        content = base64.b64decode(self.data)
        place.unlink(missing_ok=True)
        with place.open("xb") as f:
            f.write(content)
        return self.name


def assert_that(condition, message):
    if not condition:
        raise ValueError(message)


def _designs_of(folder) -> Iterator[Design]:
    waiting = [(folder, "")]
    while waiting:
        path, prefix = waiting.pop()
        for entry in os.scandir(path):
            if entry.is_symlink():
                continue
            if entry.is_dir(follow_symlinks=False):
                waiting.append((entry.path, prefix + entry.name + "/"))
            elif entry.is_file(follow_symlinks=False):
                yield Design(prefix + entry.name, base64.standard_b64encode(Path(entry.path).read_bytes()).decode())


def back_up(folder):
    return json.dumps({"made_by": "satin 2", "designs": [vars(d) for d in sorted(_designs_of(folder))]})


def restore(text, folder, only=None):
    designs = [Design(d["name"], d["data"]).checked() for d in json.loads(text)["designs"]]
    base = Path(folder)
    base.mkdir(parents=True, exist_ok=True)
    return sorted({d.write(base) for d in designs if d.is_below(only)})
