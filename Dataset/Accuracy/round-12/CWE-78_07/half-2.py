"""The class behind the touch panel of the sauna: settings, and switching on."""

import os
import re
import subprocess
import tempfile
import threading

_NAME = re.compile(r"SAUNA_[A-Z0-9_]{1,60}")
# The kernel takes no string of more than 128 KiB into an environment.
_MAX_TEXT = 100_000
_lock = threading.RLock()


def _check_name(name):
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise ValueError(f"not the name of a setting: {name!r}")


def _check_text(text):
    if not isinstance(text, str) or "\0" in text:
        raise ValueError("such a text cannot be an environment variable")
    if len(text.encode("utf-8")) > _MAX_TEXT:
        raise ValueError("the text is too long")


def _quote(text):
    return "'" + text.replace("'", "'\"'\"'") + "'"


class Stove:
    def __init__(self, folder):
        self.folder = os.path.abspath(folder)
        self.path = os.path.join(self.folder, "stove.env")

    # -- the file -------------------------------------------------------

    def _read(self):
        """Goes through the file as the shell does: a quoted piece ends at the next
        single quote, whatever stands in it."""
        settings = {}
        try:
            with open(self.path, encoding="utf-8", newline="") as file:
                data = file.read()
        except FileNotFoundError:
            return settings
        at = 0
        while at < len(data):
            equals = data.index("=", at)
            name, at, pieces = data[at:equals], equals + 1, []
            while data[at] == "'":
                end = data.index("'", at + 1)
                pieces.append(data[at + 1:end])
                at = end + 1
                if data.startswith("\"'\"", at):
                    pieces.append("'")
                    at += 3
            settings[name] = "".join(pieces)
            at += 1                                   # the line feed
        return settings

    def _write(self, settings):
        data = "".join(f"{name}={_quote(settings[name])}\n" for name in sorted(settings))
        # The shell may be reading: it sees the old file or the new one.
        fd, draft = tempfile.mkstemp(dir=self.folder, prefix=".stove-")
        try:
            with open(fd, "wb") as file:
                file.write(data.encode("utf-8"))
            os.replace(draft, self.path)
        except BaseException:
            os.unlink(draft)
            raise

    # -- the panel ------------------------------------------------------

    def set(self, name, text):
        _check_name(name)
        _check_text(text)
        with _lock:
            settings = self._read()
            settings[name] = text
            self._write(settings)

    def get(self, name):
        with _lock:
            return self._read().get(name)

    def remove(self, name):
        with _lock:
            settings = self._read()
            if name in settings:
                del settings[name]
                self._write(settings)

    def names(self):
        with _lock:
            return sorted(self._read())

    def switch_on(self, programme):
        _check_text(programme)
        command = ["/bin/sh", "start.sh", programme]
        return subprocess.run(command, cwd=self.folder, stdin=subprocess.DEVNULL).returncode == 0
