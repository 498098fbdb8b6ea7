"""The settings of the stove, which the touch panel changes."""

import os
import re
import subprocess
import threading

_NAME = re.compile(r"SAUNA_[A-Z0-9_]+")
# One setting as this class writes it: the text in single quotes, each single
# quote of its own as '\''. No text holds a line break, so a setting is a line.
_LINE = re.compile(r"(SAUNA_[A-Z0-9_]+)='([^'\n]*(?:'\\''[^'\n]*)*)'\n")
_FORBIDDEN = re.compile(r"[\0\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_LONGEST = 30_000
_ALTOGETHER = 100_000        # what a process surely can have in its environment

_CHANGE = threading.Lock()     # to read, change and write the settings is one step


class Stove:
    def __init__(self, folder):
        self._folder = os.path.abspath(folder)
        self._file = os.path.join(self._folder, "stove.env")

    def _load(self):
        try:
            with open(self._file, encoding="utf-8", newline="") as file:
                data = file.read()
        except FileNotFoundError:
            return {}
        return {name: text.replace("'\\''", "'") for name, text in _LINE.findall(data)}

    def _save(self, settings):
        lines = []
        for name, text in sorted(settings.items()):
            quoted = text.replace("'", "'\\''")
            lines.append(f"{name}='{quoted}'\n")
        data = "".join(lines).encode("utf-8")      # may fail: before the file is touched
        if len(data) > _ALTOGETHER:
            raise ValueError("too many settings")
        with open(self._file, "wb") as file:
            file.write(data)

    def set(self, name, text):
        if not _NAME.fullmatch(name) or len(name) > 100:
            raise ValueError("this is no name of a setting")
        if _FORBIDDEN.search(text):
            raise ValueError("the text must be of one line")
        if len(text.encode("utf-8")) > _LONGEST:
            raise ValueError("the text is too long")
        with _CHANGE:
            settings = self._load()
            settings[name] = text
            self._save(settings)

    def get(self, name):
        with _CHANGE:
            return self._load().get(name)

    def remove(self, name):
        with _CHANGE:
            settings = self._load()
            if settings.pop(name, None) is not None:
                self._save(settings)

    def names(self):
        with _CHANGE:
            return sorted(self._load())

    def switch_on(self, programme):
        if "\0" in programme:
            raise ValueError("no programme")
        try:
            done = subprocess.run(["/bin/sh", "./start.sh", programme], cwd=self._folder)
        except OSError:
            return False
        return done.returncode == 0
