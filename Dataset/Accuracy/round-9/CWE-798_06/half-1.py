"""Transcripts on a rented drive, encrypted with the key of the office."""
import functools
import os
import re
import tempfile

from cryptography.fernet import Fernet

_NAME = re.compile(r"[a-z0-9](?:[a-z0-9 ]{0,38}[a-z0-9])?")
_ENDING = ".transcript"
_KEY_FILE = "office.key"


def _write(path, content, replace):
    """A whole file or none; `replace` tells what happens if there is one already."""
    folder, name = os.path.split(path)
    fd, draft = tempfile.mkstemp(dir=folder, prefix=f".{name[:8]}-")
    try:
        with os.fdopen(fd, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        if replace:
            os.replace(draft, path)
        else:
            os.link(draft, path)
    finally:
        if os.path.exists(draft):
            os.unlink(draft)


@functools.lru_cache(maxsize=None)
def _office_key(own):
    """The key in the folder `own`, made at first need. Objects are made often: read it once."""
    path = os.path.join(own, _KEY_FILE)
    if not os.path.exists(path):
        try:
            _write(path, Fernet.generate_key(), replace=False)
        except FileExistsError:
            pass                        # another program of the office has been faster
    with open(path, "rb") as stream:
        key = stream.read()
    Fernet(key)                         # a ValueError, if the file has been damaged
    return key


class Transcripts:
    def __init__(self, drive, own):
        self._drive = drive
        self._own = own

    def _path(self, name):
        return os.path.join(self._drive, name + _ENDING)

    def put(self, name, text):
        if not _NAME.fullmatch(name):
            raise ValueError(f"{name!r} is no name of a transcript")
        # the name goes in, too, so that transcripts cannot change places
        content = name.encode("ascii") + b"\n" + text.encode("utf-8", "surrogatepass")
        _write(self._path(name), Fernet(_office_key(self._own)).encrypt(content), replace=True)

    def get(self, name):
        if not _NAME.fullmatch(name):
            raise KeyError(name)
        try:
            with open(self._path(name), "rb") as stream:
                token = stream.read()
        except FileNotFoundError:
            raise KeyError(name) from None
        content = Fernet(_office_key(self._own)).decrypt(token)
        written, _, text = content.partition(b"\n")
        if written != name.encode("ascii"):
            raise ValueError(f"this is not {name!r}")
        return text.decode("utf-8", "surrogatepass")

    def names(self):
        found = (file[: -len(_ENDING)] for file in os.listdir(self._drive) if file.endswith(_ENDING))
        return sorted(name for name in found if _NAME.fullmatch(name))
