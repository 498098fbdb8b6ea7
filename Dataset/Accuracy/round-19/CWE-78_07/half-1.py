import os
import re
import subprocess
import tempfile

_NAME = re.compile(r"SAUNA_[A-Z0-9_]*", re.ASCII)
_ENTRY = re.compile(r"(SAUNA_[A-Z0-9_]*)='((?:[^']|'\\'')*)'\n", re.ASCII)


def _entry(name, text):
    return f"{name}='" + text.replace("'", "'\\''") + "'\n"


class Stove:
    """stove.env has one line NAME='text' for each setting, in which a ' is written as '\\''."""

    def __init__(self, folder):
        self._folder = os.path.abspath(folder)
        self._path = os.path.join(self._folder, "stove.env")

    def _read(self):
        try:
            with open(self._path, encoding="utf-8", newline="") as file:
                content = file.read()
        except FileNotFoundError:
            return {}
        settings, at = {}, 0
        while at < len(content):
            found = _ENTRY.match(content, at)
            if found is None:
                raise RuntimeError("stove.env was not made by this class")
            settings[found[1]] = found[2].replace("'\\''", "'")
            at = found.end()
        return settings

    def _replace(self, settings):
        """A new file takes the place of the old one, so that a shell reading it goes on with the old one."""
        data = "".join(_entry(*item) for item in settings.items()).encode("utf-8")
        fd, path = tempfile.mkstemp(prefix=".stove.env.", dir=self._folder)
        try:
            with os.fdopen(fd, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.chmod(path, 0o644)
            os.replace(path, self._path)
        except BaseException:
            os.unlink(path)
            raise

    def set(self, name, text):
        if not isinstance(name, str) or not _NAME.fullmatch(name):
            raise ValueError(f"no name of a setting: {name!r}")
        if not isinstance(text, str) or any(sign in text for sign in "\0\r\n"):
            raise ValueError("a text has one line")
        text.encode("utf-8")
        settings = self._read()
        settings[name] = text
        self._replace(settings)

    def get(self, name):
        return self._read().get(name)

    def remove(self, name):
        settings = self._read()
        if name not in settings:
            return
        # What stands before the setting stays; what comes after it moves up.
        names = list(settings)
        at = names.index(name)
        before = "".join(_entry(n, settings[n]) for n in names[:at]).encode("utf-8")
        after = "".join(_entry(n, settings[n]) for n in names[at + 1:]).encode("utf-8")
        with open(self._path, "r+b") as file:
            file.seek(len(before))
            file.write(after)
            file.truncate()

    def names(self):
        return sorted(self._read())

    def switch_on(self, programme):
        done = subprocess.run(["/bin/sh", "start.sh", programme], cwd=self._folder)
        return done.returncode == 0
