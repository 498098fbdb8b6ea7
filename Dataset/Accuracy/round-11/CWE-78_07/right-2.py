"""The settings are kept as JSON in base64, in a comment in the first line of the file; the
assignments below it are made from it anew each time and never read again."""
import base64
import fcntl
import json
import os
import re
from shlex import quote

HEAD = b"#settings "


class Stove:
    def __init__(self, folder):
        self._dir = os.path.join(os.getcwd(), folder)

    def _at(self, name):
        return os.path.join(self._dir, name)

    def _settings(self):
        try:
            with open(self._at("stove.env"), "rb") as file:
                first = file.readline()
        except FileNotFoundError:
            return {}
        return json.loads(base64.b64decode(first.removeprefix(HEAD)))

    def _change(self, change):
        lock = os.open(self._dir, os.O_RDONLY)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            settings = self._settings()
            change(settings)
            head = HEAD + base64.b64encode(json.dumps(settings).encode("ascii"))
            body = [f"{name}={quote(text)}".encode("utf-8") for name, text in settings.items()]
            with open(self._at("stove.env~"), "wb") as file:
                file.write(b"\n".join([head, *body, b""]))
            os.rename(file.name, self._at("stove.env"))
        finally:
            os.close(lock)

    def set(self, name, text):
        if not re.fullmatch(r"SAUNA_[A-Z0-9_]+", name, re.ASCII):
            raise ValueError(f"no setting: {name!r}")
        if "\0" in text:
            raise ValueError("a variable cannot hold a NUL")
        if len(text.encode("utf-8")) > 100_000:
            raise ValueError("too long for a variable")
        self._change(lambda settings: settings.__setitem__(name, text))

    def get(self, name):
        return self._settings().get(name)

    def remove(self, name):
        if name in self._settings():
            self._change(lambda settings: settings.pop(name, None))

    def names(self):
        return sorted(self._settings())

    def switch_on(self, programme):
        argument = os.fsencode(programme)
        if b"\0" in argument:
            return False
        child = os.fork()
        if child == 0:
            try:
                os.chdir(self._dir)
                os.execv("/bin/sh", [b"/bin/sh", b"start.sh", argument])
            finally:
                os._exit(127)
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
