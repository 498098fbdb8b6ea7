"""Settings of the stove, kept in stove.env, which the shell reads."""
import os
import re
import subprocess
import tempfile

NAME = re.compile(r"SAUNA_[A-Z0-9_]+")
# A text may hold line breaks, so an assignment may go over several lines.
ASSIGNMENT = re.compile(r"^(SAUNA_[A-Z0-9_]+)='(.*?)'$", re.MULTILINE | re.DOTALL)


def _quote(text):
    return "'" + text.replace("'", "'\\''") + "'"


def _unquote(inner):
    return inner.replace("'\\''", "'")


class Stove:
    def __init__(self, folder):
        self.folder = folder
        self.path = os.path.join(folder, "stove.env")

    def _load(self):
        try:
            with open(self.path, encoding="utf-8", newline="") as file:
                content = file.read()
        except FileNotFoundError:
            return {}
        return {name: _unquote(inner) for name, inner in ASSIGNMENT.findall(content)}

    def _store(self, settings):
        lines = [f"{name}={_quote(text)}\n" for name, text in sorted(settings.items())]
        data = "".join(lines).encode("utf-8")
        # The shell may be reading: it sees the old file or the new one.
        handle, path = tempfile.mkstemp(prefix=".stove", dir=self.folder)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            os.replace(path, self.path)
        except BaseException:
            os.unlink(path)
            raise

    def set(self, name, text):
        if not NAME.fullmatch(name):
            raise ValueError("not a name of a setting")
        if "\0" in text:
            raise ValueError("no environment variable can hold this text")
        if len(text.encode("utf-8")) > 100_000:
            raise ValueError("too long")
        settings = self._load()
        settings[name] = text
        self._store(settings)

    def get(self, name):
        return self._load().get(name)

    def remove(self, name):
        settings = self._load()
        if settings.pop(name, None) is not None:
            self._store(settings)

    def names(self):
        return sorted(self._load())

    def switch_on(self, programme):
        done = subprocess.run(["/bin/sh", "start.sh", programme], cwd=self.folder)
        return done.returncode == 0
