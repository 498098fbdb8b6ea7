"""The stove and its settings."""
import os
import re
import shlex
import subprocess
import tempfile
from pathlib import Path

NAME = re.compile(r"SAUNA_[A-Z0-9_]+")


class Stove:
    def __init__(self, folder):
        self._folder = Path(folder)
        self._file = self._folder / "stove.env"

    def _read(self):
        """The settings in the file; shlex takes the quotes off as the shell does."""
        if not self._file.exists():
            return {}
        words = shlex.split(self._file.read_text(encoding="utf-8"))
        return dict(word.split("=", 1) for word in words)

    def _write(self, settings):
        content = "".join(
            f"{name}={shlex.quote(settings[name])}\n" for name in sorted(settings)
        ).encode("utf-8")
        descriptor, temporary = tempfile.mkstemp(dir=self._folder, prefix="stove.env.")
        try:
            with open(descriptor, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            os.replace(temporary, self._file)
        except BaseException:
            os.unlink(temporary)
            raise

    def set(self, name, text):
        if NAME.fullmatch(name) is None:
            raise ValueError(f"no setting can be called {name!r}")
        if "\0" in text or len(text.encode("utf-8")) > 120_000:
            raise ValueError("a variable cannot hold this text")
        self._write({**self._read(), name: text})

    def get(self, name):
        return self._read().get(name)

    def remove(self, name):
        settings = self._read()
        if name in settings:
            del settings[name]
            self._write(settings)

    def names(self):
        return sorted(self._read())

    def switch_on(self, programme):
        command = ["/bin/sh", "start.sh", programme]
        return subprocess.run(command, cwd=self._folder, check=False).returncode == 0
