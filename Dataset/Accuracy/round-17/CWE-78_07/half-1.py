import os
import re
import subprocess
import tempfile
import threading

_NAME = re.compile(r"SAUNA_[A-Z\d_]+")
_LINE = re.compile(r"(SAUNA_[A-Z\d_]+)='(.*)'")
_lock = threading.RLock()


class Stove:
    def __init__(self, folder):
        self._folder = os.path.abspath(folder)
        self._file = os.path.join(self._folder, "stove.env")

    def _read(self):
        try:
            with open(self._file, encoding="utf-8", newline="") as file:
                lines = file.read().split("\n")
        except FileNotFoundError:
            return {}
        settings = {}
        for line in lines:
            match = _LINE.fullmatch(line)
            if match:
                settings[match[1]] = match[2].replace("'\\''", "'")
        return settings

    def _write(self, settings):
        # Within single quotes, the shell leaves everything as it is but the single quote.
        lines = [name + "='" + text.replace("'", "'\\''") + "'\n" for name, text in sorted(settings.items())]
        # The shell may be reading: it goes on with the old file to its end.
        handle, draft = tempfile.mkstemp(prefix=".stove-", dir=self._folder)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
                file.write("".join(lines))
                file.flush()
                os.fsync(handle)
            os.replace(draft, self._file)
        except BaseException:
            os.unlink(draft)
            raise

    def set(self, name, text):
        if not isinstance(name, str) or not _NAME.fullmatch(name):
            raise ValueError("not the name of a setting")
        if not isinstance(text, str) or re.search(r"[\0-\x08\n-\x1f\x7f\x80-\x9f\u2028\u2029\ud800-\udfff]", text):
            raise ValueError("not a text of one line")
        with _lock:
            settings = self._read()
            settings[name] = text
            self._write(settings)

    def get(self, name):
        return self._read().get(name)

    def remove(self, name):
        with _lock:
            settings = self._read()
            if name in settings:
                del settings[name]
                self._write(settings)

    def names(self):
        return sorted(self._read())

    def switch_on(self, programme):
        if not isinstance(programme, str) or "\0" in programme:
            raise ValueError("not a programme")
        done = subprocess.run(["/bin/sh", "./start.sh", programme], cwd=self._folder)
        return done.returncode == 0
