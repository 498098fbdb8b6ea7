import os
import re
import subprocess
import threading

_NAME = re.compile(r"SAUNA_[A-Z0-9_]+")
_LINE = re.compile(rb"(SAUNA_[A-Z0-9_]+)='((?:[^']|'\\'')*)'\n")
_LOCK = threading.RLock()  # of all objects
_LONGEST = 100_000  # bytes; the system takes no longer variables


def _quoted(raw):
    return b"'" + raw.replace(b"'", b"'\\''") + b"'"


def _parsed(data):
    settings, at = {}, 0
    while at < len(data):
        line = _LINE.match(data, at)
        if line is None:
            raise RuntimeError("stove.env is damaged")
        settings[line[1].decode("ascii")] = line[2].replace(b"'\\''", b"'").decode("utf-8")
        at = line.end()
    return settings


class Stove:
    def __init__(self, folder):
        self._folder = os.path.abspath(folder)
        self._path = os.path.join(self._folder, "stove.env")

    def _read(self):
        try:
            with open(self._path, "rb") as file:
                return _parsed(file.read())
        except FileNotFoundError:
            return {}

    def _write(self, settings):
        """All in one write, so that nobody finds half a file."""
        data = b"".join(name.encode() + b"=" + _quoted(text.encode("utf-8")) + b"\n"
                        for name, text in sorted(settings.items()))
        file = os.open(self._path, os.O_WRONLY | os.O_CREAT, 0o644)
        try:
            os.pwrite(file, data, 0)
            os.ftruncate(file, len(data))
            os.fsync(file)
        finally:
            os.close(file)

    def set(self, name, text):
        if not isinstance(name, str) or not _NAME.fullmatch(name):
            raise ValueError("no name of a setting")
        if not isinstance(text, str) or "\0" in text or len(text.encode("utf-8")) > _LONGEST:
            raise ValueError("no text of a setting")
        with _LOCK:
            settings = dict(self._read())
            settings[name] = text
            self._write(settings)

    def get(self, name):
        with _LOCK:
            return self._read().get(name)

    def remove(self, name):
        with _LOCK:
            settings = dict(self._read())
            if settings.pop(name, None) is not None:
                self._write(settings)

    def names(self):
        with _LOCK:
            return sorted(self._read())

    def switch_on(self, programme):
        done = subprocess.run(["/bin/sh", "./start.sh", programme], cwd=self._folder)
        return done.returncode == 0
