"""Double quotes, and a small automaton that reads them again. Lines breaks and other
control characters are refused."""
import contextlib
import os
import pathlib
import string
import subprocess
import threading

LETTERS = set(string.ascii_uppercase + string.digits + "_")
LIMIT = 64 * 1024


class NotASetting(ValueError):
    pass


def encode(settings):
    out = bytearray()
    for name, text in settings.items():
        out += name.encode("ascii") + b'="'
        for byte in text.encode("utf-8"):
            if byte in b'\\"$`':
                out += b"\\"
            out.append(byte)
        out += b'"\n'
    return bytes(out)


def decode(raw):
    settings, name, text, state = {}, bytearray(), bytearray(), "name"
    for byte in raw:
        sign = bytes([byte])
        if state == "name":
            if sign == b"=":
                state = "open"
            else:
                name += sign
        elif state == "open":
            state = "text"
        elif state == "text":
            if sign == b"\\":
                state = "escape"
            elif sign == b'"':
                settings[name.decode()] = text.decode()
                name, text, state = bytearray(), bytearray(), "end"
            else:
                text += sign
        elif state == "escape":
            text += sign
            state = "text"
        else:
            state = "name"
    return settings


class Stove:
    _lock = threading.RLock()

    def __init__(self, folder):
        self._folder = pathlib.Path(folder).resolve()

    @property
    def _env(self):
        return self._folder / "stove.env"

    def _load(self):
        with contextlib.suppress(FileNotFoundError):
            return decode(self._env.read_bytes())
        return {}

    @contextlib.contextmanager
    def _changed(self):
        with self._lock:
            settings = self._load()
            yield settings
            new = self._env.with_name(".stove.env.draft")
            new.write_bytes(encode(settings))
            new.replace(self._env)

    def set(self, name, text):
        rest = name.removeprefix("SAUNA_")
        if rest == name or not rest or set(rest) - LETTERS:
            raise NotASetting(name)
        raw = text.encode("utf-8")
        if len(raw) > LIMIT or any(ord(c) < 32 or 127 <= ord(c) < 160 or c in "\u2028\u2029" for c in text):
            raise ValueError("not a text of one line")
        with self._changed() as settings:
            settings[name] = text

    def get(self, name):
        return self._load().get(name)

    def remove(self, name):
        with self._lock:
            if name in self._load():
                with self._changed() as settings:
                    del settings[name]

    def names(self):
        return sorted(self._load())

    def switch_on(self, programme):
        with subprocess.Popen(["/bin/sh", "start.sh", programme], cwd=self._folder,
                              stdin=subprocess.DEVNULL) as process:
            return not process.wait()
