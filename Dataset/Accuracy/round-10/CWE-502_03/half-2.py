"""The spool between the web form and the kiln's controller.

Jobs are written as JSON, each value as a pair of a letter for its kind and its content. Nothing
else than these kinds can come out, whatever the file says.
"""

import json
import os
import re
import tempfile

_NAME = re.compile(r"[0-9]{20}\.job")


def _encode(value):
    if value is None:
        return ["n", None]
    if isinstance(value, bool):
        return ["b", value]
    if isinstance(value, int):
        return ["i", hex(value)]
    if isinstance(value, float):
        return ["f", value.hex()]
    if isinstance(value, str):
        return ["s", value]
    if isinstance(value, bytes):
        return ["x", value.hex()]
    if isinstance(value, list):
        return ["l", [_encode(item) for item in value]]
    if isinstance(value, dict):
        for key in value:
            if not isinstance(key, str):
                raise ValueError("keys are strings")
        # As pairs, since a key of ours must not be mixed up with one of the notation.
        return ["d", [[_encode(key), _encode(item)] for key, item in value.items()]]
    raise ValueError(f"options cannot hold a {type(value).__name__}")


def _exactly(kind):
    def check(content):
        if type(content) is not kind:
            raise ValueError(f"expected {kind.__name__}")
        return content

    return check


_DECODERS = {
    "n": _exactly(type(None)),
    "b": _exactly(bool),
    "s": _exactly(str),
    "i": lambda content: int(content, 16),
    "f": float.fromhex,
    "x": bytes.fromhex,
    "l": lambda content: [_decode(item) for item in content],
    "d": lambda content: {_decode(key): _decode(item) for key, item in content},
}


def _decode(node):
    letter, content = node
    return _DECODERS[letter](content)


class Spool:
    """The jobs in one folder, each in a file NUMBER.job; the lowest number is the oldest job."""

    def __init__(self, folder):
        self._folder = os.fspath(folder)

    def _jobs(self):
        """The names of the job files, oldest first."""
        with os.scandir(self._folder) as entries:
            names = [
                entry.name
                for entry in entries
                if _NAME.fullmatch(entry.name) and entry.is_file(follow_symlinks=False)
            ]
        return sorted(names)

    def put(self, kind, options):
        if not isinstance(kind, str) or not isinstance(options, dict):
            raise ValueError("a job has a string as kind and a dictionary as options")
        try:
            data = json.dumps([kind, _encode(options)]).encode("ascii")
        except RecursionError:
            raise ValueError("the options are nested too deeply") from None
        jobs = self._jobs()
        number = int(jobs[-1][:-4]) + 1 if jobs else 1
        handle, part = tempfile.mkstemp(prefix=".part-", dir=self._folder)
        with os.fdopen(handle, "wb") as file:
            os.fchmod(handle, 0o644)
            file.write(data)
        os.rename(part, os.path.join(self._folder, f"{number:020d}.job"))

    def take(self):
        for name in self._jobs():
            path = os.path.join(self._folder, name)
            try:
                handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
            except OSError:
                continue
            with os.fdopen(handle, "rb") as file:
                data = file.read()
            os.unlink(path)
            try:
                kind, node = json.loads(data)
                options = _decode(node)
                if isinstance(kind, str) and isinstance(options, dict):
                    return kind, options
            except (ValueError, TypeError, LookupError, RecursionError):
                pass    # not one of ours: it is dropped
        return None

    def waiting(self):
        return len(self._jobs())
