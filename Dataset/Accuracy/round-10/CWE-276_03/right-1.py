"""Scripts are written in a private workshop folder and moved out of it when ready."""
from pathlib import Path
from tempfile import TemporaryDirectory
import os


class Shelf:
    """A folder of scripts, opened once and addressed through its descriptor."""

    def __init__(self, folder):
        self.folder = folder

    def build(self):
        missing = []
        spot = Path(self.folder)
        while not spot.exists():
            missing.append(spot)
            spot = spot.parent
        while missing:
            new = missing.pop()
            try:
                new.mkdir(mode=0o700)
            except FileExistsError:
                continue
            new.chmod(0o755)
        return self

    def put(self, name, lines):
        target = Path(self.folder, name)
        with TemporaryDirectory(prefix=".workshop-", dir=self.folder) as workshop:
            fresh = Path(workshop, "script")
            fresh.touch(mode=0o700, exist_ok=False)
            fresh.write_bytes(b"".join(lines))
            fresh.chmod(0o755)
            fresh.rename(target)


def _lines(commands):
    yield b"#!/bin/sh\n"
    for command in commands:
        yield command.encode("utf-8", "surrogateescape") + b"\n"


def install_script(folder, name, commands):
    Shelf(folder).build().put(name, _lines(commands))
    return "/".join((folder, name))


def remove_script(folder, name):
    try:
        Path(folder, name).unlink()
    except (FileNotFoundError, NotADirectoryError):
        return False
    else:
        return True
