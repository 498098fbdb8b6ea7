"""Dose log whose files are written by a coroutine that takes one line after the other."""

import os
import pathlib


def _opener(name, flags):
    descriptor = os.open(name, flags | os.O_EXCL | os.O_CREAT, mode=0o600)
    os.fchmod(descriptor, 0o600)
    return descriptor


def _scribe(path, aside, most):
    waiting = []
    while True:
        with open(path, "wb", buffering=0, opener=_opener) as file:
            for _ in range(most):
                file.write(waiting.pop() if waiting else (yield))
            waiting.append((yield))
        path.replace(aside)


def _text(path):
    return path.read_bytes().decode("utf-8") if path.exists() else ""


class DoseLog:
    def __init__(self, path, most):
        self._files = aside, path = pathlib.Path(path + ".1"), pathlib.Path(path)
        for earlier in self._files:
            if earlier.exists():
                earlier.chmod(0o600)
        if path.exists():
            path.replace(aside)
        self._scribe = _scribe(path, aside, most)
        next(self._scribe)

    def write(self, text):
        self._scribe.send((text + "\n").encode("utf-8"))

    def lines(self):
        return "".join(map(_text, self._files)).split("\n")[:-1]

    def close(self):
        self._scribe.close()
