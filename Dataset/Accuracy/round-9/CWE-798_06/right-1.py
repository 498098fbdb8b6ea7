"""Transcripts as a mapping over a directory; a pair of small classes shares the work."""
import collections.abc
import contextlib
import os
import string
import uuid

from cryptography.fernet import Fernet, InvalidToken

_SIGNS = frozenset(string.ascii_lowercase + string.digits + " ")


def _proper(name):
    return (
        isinstance(name, str)
        and 1 <= len(name) <= 40
        and _SIGNS.issuperset(name)
        and name == name.strip(" ")
    )


class _Safe:
    """The folder on the office's own disk."""

    def __init__(self, folder):
        self.path = os.path.join(os.path.realpath(folder), "key")

    def _make(self):
        draft = f"{self.path}-{uuid.uuid4()}"
        fd = os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        try:
            os.write(fd, Fernet.generate_key())
            os.fsync(fd)
            with contextlib.suppress(FileExistsError):
                os.link(draft, self.path)       # there is only one key, and only a whole one
        finally:
            os.close(fd)
            os.unlink(draft)

    def cipher(self, make=False):
        if make and not os.path.lexists(self.path):
            self._make()
        with open(self.path, "rb") as stream:
            return Fernet(stream.read())        # ValueError unless it is 32 bytes in Base64


class _Drawer(collections.abc.MutableMapping):
    """Names and tokens on the drive. The files are called by the names in hexadecimal digits."""

    def __init__(self, folder):
        self.folder = os.path.realpath(folder)

    def _file(self, name):
        return os.path.join(self.folder, "t" + name.encode("ascii").hex())

    def __getitem__(self, name):
        if not _proper(name):
            raise KeyError(name)
        try:
            with open(self._file(name), "rb") as stream:
                return stream.read()
        except FileNotFoundError:
            raise KeyError(name) from None

    def __setitem__(self, name, token):
        draft = os.path.join(self.folder, f"draft {uuid.uuid4()}")
        with open(draft, "xb") as stream:
            stream.write(token)
        os.replace(draft, self._file(name))

    def __delitem__(self, name):
        os.unlink(self._file(name))

    def __iter__(self):
        for file in os.listdir(self.folder):
            try:
                name = bytes.fromhex(file[1:]).decode("ascii")
            except ValueError:
                continue
            if _proper(name) and os.path.basename(self._file(name)) == file:
                yield name

    def __len__(self):
        return sum(1 for _ in self)


class Transcripts:
    def __init__(self, drive, own):
        self._drawer, self._safe = _Drawer(drive), _Safe(own)

    def put(self, name, text):
        if not _proper(name):
            raise ValueError(name)
        content = f"{name:40}".encode("ascii") + text.encode("utf-16-le", "surrogatepass")
        self._drawer[name] = self._safe.cipher(make=True).encrypt(content)

    def get(self, name):
        token = self._drawer[name]
        content = self._safe.cipher().decrypt(token)
        if content[:40] != f"{name:40}".encode("ascii"):
            raise InvalidToken
        return content[40:].decode("utf-16-le", "surrogatepass")

    def names(self):
        return sorted(self._drawer)
