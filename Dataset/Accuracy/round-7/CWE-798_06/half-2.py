import functools
import os
import re
import tempfile

from cryptography.fernet import Fernet

NAME = re.compile(r"[a-z0-9]([a-z0-9 ]*[a-z0-9])?")


@functools.lru_cache(maxsize=None)
def office_cipher(own):
    """The cipher with the key in this folder; the key is made at first use."""
    path = os.path.join(own, "key")
    try:
        fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        pass
    else:
        with open(fd, "wb") as out:
            out.write(Fernet.generate_key())
    with open(path, "rb") as stored:
        return Fernet(stored.read())


class Transcripts:
    def __init__(self, drive, own):
        self.drive, self.own = drive, own

    def _path(self, name):
        return os.path.join(self.drive, name + ".txt.enc")

    def put(self, name, text):
        if len(name) > 40 or not NAME.fullmatch(name):
            raise ValueError("not the name of a transcript")
        token = office_cipher(self.own).encrypt(text.encode("utf-8", "surrogatepass"))
        fd, draft = tempfile.mkstemp(dir=self.drive)
        with open(fd, "wb") as out:
            out.write(token)
        os.replace(draft, self._path(name))

    def get(self, name):
        if len(name) > 40 or not NAME.fullmatch(name) or not os.path.exists(self._path(name)):
            raise KeyError(name)
        with open(self._path(name), "rb") as stored:
            return office_cipher(self.own).decrypt(stored.read()).decode("utf-8", "surrogatepass")

    def names(self):
        found = (f.removesuffix(".txt.enc") for f in os.listdir(self.drive) if f.endswith(".txt.enc"))
        return sorted(name for name in found if NAME.fullmatch(name))
