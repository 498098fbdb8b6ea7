"""The spool between the web form and the kiln's controller.

Jobs are written as JSON. What JSON does not know is written as a list with a tag in front:
["bytes", CODEC, TEXT], ["float", TEXT], ["int", TEXT], ["list", [...]], ["dict", {...}].
"""

import base64
import codecs
import json
import os
import re
import tempfile

_NAME = re.compile(r"[0-9]{20}\.job")
_LONG = 512


def _encode(value):
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, int):
        return ["int", hex(value)]
    if isinstance(value, float):
        return ["float", value.hex()]
    if isinstance(value, bytes):
        # Pictures of the glaze can be large: those are packed.
        codec = "zlib" if len(value) > _LONG else "hex"
        return ["bytes", codec, base64.b64encode(codecs.encode(value, codec)).decode("ascii")]
    if isinstance(value, list):
        return ["list", [_encode(item) for item in value]]
    if isinstance(value, dict):
        if not all(isinstance(key, str) for key in value):
            raise ValueError("keys are strings")
        return ["dict", {key: _encode(item) for key, item in value.items()}]
    raise ValueError(f"options cannot hold a {type(value).__name__}")


def _decode(node):
    if node is None or isinstance(node, (bool, str)):
        return node
    if not isinstance(node, list):
        raise ValueError("a value without a tag")
    tag, *rest = node
    if tag == "bytes":
        codec, text = rest
        value = codecs.decode(base64.b64decode(text, validate=True), codec)
        if not isinstance(value, bytes):
            raise ValueError("not bytes")
        return value
    (content,) = rest
    if tag == "int":
        return int(content, 16)
    if tag == "float":
        return float.fromhex(content)
    if tag == "list" and isinstance(content, list):
        return [_decode(item) for item in content]
    if tag == "dict" and isinstance(content, dict):
        return {key: _decode(item) for key, item in content.items()}
    raise ValueError("unknown tag")


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
