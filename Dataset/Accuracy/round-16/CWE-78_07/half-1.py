import os
import re
import subprocess
import tempfile
import threading

NAME = re.compile(r"SAUNA_[A-Z\d_]+")
LINE = re.compile(r"(SAUNA_[A-Z\d_]+)='((?:[^']|'\\'')*)'\n")


def quoted(text):
    """The text as one word of the shell."""
    return "'" + text.replace("'", "'\\''") + "'"


class Stove:
    def __init__(self, folder):
        self._folder = os.path.abspath(folder)
        self._file = os.path.join(self._folder, "stove.env")
        self._lock = threading.RLock()

    def _read(self):
        try:
            with open(self._file, encoding="utf-8", newline="") as file:
                content = file.read()
        except FileNotFoundError:
            return {}
        return {name: text.replace("'\\''", "'") for name, text in LINE.findall(content)}

    def _write(self, settings):
        content = "".join(f"{name}={quoted(text)}\n" for name, text in sorted(settings.items()))
        data = content.encode("utf-8")
        # A new file takes the place of the old one, so the shell never reads half of a change.
        handle, path = tempfile.mkstemp(prefix=".stove-", dir=self._folder)
        try:
            with open(handle, "wb") as file:
                file.write(data)
            os.replace(path, self._file)
        except BaseException:
            os.unlink(path)
            raise

    def set(self, name, text):
        if not NAME.fullmatch(name):
            raise ValueError("not the name of a setting")
        if re.search(r"[\0\n\r\v\f\x1c-\x1e\x85\u2028\u2029]", text):
            raise ValueError("not a text of one line")
        with self._lock:
            settings = self._read()
            settings[name] = text
            self._write(settings)

    def get(self, name):
        return self._read().get(name)

    def remove(self, name):
        with self._lock:
            settings = self._read()
            if settings.pop(name, None) is not None:
                self._write(settings)

    def names(self):
        return sorted(self._read())

    def switch_on(self, programme):
        return subprocess.run(["/bin/sh", "start.sh", programme],
                              cwd=self._folder).returncode == 0
