"""right: shlex writes and shlex reads; the folder itself is the lock."""
import contextlib
import fcntl
import os
import pathlib
import shlex
import string
import subprocess
import uuid

CAPITALS = frozenset(string.ascii_uppercase + string.digits + "_")
ROOM = 100_000          # bytes that all settings together may take in an environment


class Refused(ValueError):
    pass


class Stove:
    def __init__(self, folder):
        self._folder = pathlib.Path(folder).absolute()

    @contextlib.contextmanager
    def _settings(self, change=False):
        fd = os.open(self._folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            fcntl.flock(fd, fcntl.LOCK_EX if change else fcntl.LOCK_SH)
            file = self._folder / "stove.env"
            text = file.read_bytes().decode() if file.exists() else ""
            settings = dict(word.split("=", 1) for word in shlex.split(text, comments=False))
            yield settings
            if change:
                data = "\n".join(f"{n}={shlex.quote(t)}" for n, t in settings.items()).encode()
                if len(data) + 16 * len(settings) > ROOM:
                    raise Refused("too much")
                draft = self._folder / f".{uuid.uuid4().hex}"
                try:
                    draft.write_bytes(data + b"\n" if data else b"")
                    draft.replace(file)
                finally:
                    draft.unlink(missing_ok=True)
        finally:
            os.close(fd)

    def set(self, name, text):
        rest = name.removeprefix("SAUNA_")
        if rest == name or not rest or not CAPITALS.issuperset(rest):
            raise Refused(name)
        if "\0" in text:
            raise Refused(text)
        with self._settings(change=True) as settings:
            settings[name] = text

    def get(self, name):
        with self._settings() as settings:
            return settings.get(name)

    def remove(self, name):
        with self._settings(change=True) as settings:
            settings.pop(name, None)

    def names(self):
        with self._settings() as settings:
            return sorted(settings)

    def switch_on(self, programme):
        try:
            with subprocess.Popen(["sh", "start.sh", programme], executable="/bin/sh", cwd=self._folder) as sh:
                return sh.wait() == 0
        except OSError:
            return False
