"""right: the settings stand in the file twice: as JSON in a comment, for us, and for the shell."""
import json
import os
import re
import subprocess
import tempfile
import threading
from collections.abc import MutableMapping

_TURN = threading.RLock()


class _EnvFile(MutableMapping):
    HEAD = "# "

    def __init__(self, path):
        self.path = path

    def _all(self):
        try:
            with open(self.path, encoding="ascii", errors="replace", newline="\n") as file:
                return json.loads(file.readline().removeprefix(self.HEAD))
        except FileNotFoundError:
            return {}

    def _put(self, settings):
        # ASCII JSON has no line break of any sort in it, so the comment ends where it should
        out = [(self.HEAD + json.dumps(settings, ensure_ascii=True)).encode("ascii")]
        for name, text in settings.items():
            escaped = re.sub(r'(["$`\\])', r"\\\1", text)
            out.append(f'{name}="{escaped}"'.encode("utf-8"))
        data = b"\n".join(out) + b"\n"
        if sum(map(len, out[1:])) + 16 * len(out) > 100_000:
            raise ValueError("there is no room for all this")
        handle, new = tempfile.mkstemp(dir=os.path.dirname(self.path))
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.replace(new, self.path)

    def __getitem__(self, name):
        return self._all()[name]

    def __iter__(self):
        return iter(self._all())

    def __len__(self):
        return len(self._all())

    def __setitem__(self, name, text):
        with _TURN:
            self._put({**self._all(), name: text})

    def __delitem__(self, name):
        with _TURN:
            settings = self._all()
            del settings[name]
            self._put(settings)


class Stove:
    def __init__(self, folder):
        self.folder = os.path.realpath(folder)
        self.env = _EnvFile(os.path.join(self.folder, "stove.env"))

    def set(self, name, text):
        if re.match(r"SAUNA_[A-Z_0-9]+\Z", name) is None:
            raise ValueError("name")
        # one line, and nothing that cannot be seen in it but the tabulator
        if any(ord(c) < 32 and c != "\t" or 127 <= ord(c) < 160 or c in "\u2028\u2029" for c in text):
            raise ValueError("text")
        self.env[name] = text

    def get(self, name):
        return self.env.get(name)

    def remove(self, name):
        with _TURN:
            self.env.pop(name, None)

    def names(self):
        return sorted(self.env)

    def switch_on(self, programme):
        if "\0" in programme:
            raise ValueError("programme")
        try:
            return subprocess.call([b"/bin/sh", b"start.sh", os.fsencode(programme)], cwd=self.folder) == 0
        except OSError:
            return False
