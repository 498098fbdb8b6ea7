import os
import re
import subprocess
import tempfile
import threading
from stat import ST_MTIME, ST_SIZE

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
        self._stamp = None  # of the file when it was read last
        self._settings = {}

    def _stamp_now(self):
        try:
            stat = os.stat(self._path)
        except FileNotFoundError:
            return None
        return stat[ST_MTIME], stat[ST_SIZE]

    def _read(self):
        """Reads the file again only if another Stove has changed it."""
        stamp = self._stamp_now()
        if stamp is None:
            self._settings = {}
        elif stamp != self._stamp:
            with open(self._path, "rb") as file:
                self._settings = _parsed(file.read())
        self._stamp = stamp
        return self._settings

    def _write(self, settings):
        """A new file takes the place of the old one, whole."""
        data = b"".join(name.encode() + b"=" + _quoted(text.encode("utf-8")) + b"\n"
                        for name, text in sorted(settings.items()))
        handle, new = tempfile.mkstemp(dir=self._folder, prefix=".stove-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            os.chmod(new, 0o644)
            os.replace(new, self._path)
        except BaseException:
            os.unlink(new)
            raise
        self._settings, self._stamp = settings, self._stamp_now()

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
