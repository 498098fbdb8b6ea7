import json
import os
import pathlib
import secrets
import string
from collections.abc import MutableMapping

from cryptography.fernet import Fernet, InvalidToken


class _Shelf(MutableMapping):
    """The files of a folder as a mapping from names to bytes; each change is one renaming."""

    letters = frozenset(string.ascii_lowercase + string.digits + " ")

    def __init__(self, folder):
        self.folder = folder

    @classmethod
    def fits(cls, name):
        return (isinstance(name, str) and 1 <= len(name) <= 40 and name.strip(" ") == name
                and cls.letters.issuperset(name))

    def _at(self, name):
        if not self.fits(name):
            raise KeyError(name)
        return self.folder / f"t {name}"

    def __getitem__(self, name):
        try:
            return self._at(name).read_bytes()
        except FileNotFoundError:
            raise KeyError(name) from None

    def __setitem__(self, name, value):
        target, draft = self._at(name), self.folder / f"draft.{secrets.token_hex(8)}"
        draft.write_bytes(value)
        draft.replace(target)

    def __delitem__(self, name):
        try:
            self._at(name).unlink()
        except FileNotFoundError:
            raise KeyError(name) from None

    def __iter__(self):
        return (entry.name[2:] for entry in os.scandir(self.folder)
                if entry.name.startswith("t ") and self.fits(entry.name[2:]))

    def __len__(self):
        return sum(1 for _ in self)


class KeyIsLost(Exception):
    pass


class Transcripts:
    def __init__(self, drive, own):
        self.shelf = _Shelf(pathlib.Path(drive).resolve())
        self.own = pathlib.Path(own).resolve()

    @property
    def _fernet(self):
        ring = self.own / "ring"
        if not ring.exists():
            draft = self.own / secrets.token_hex(8)
            with open(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
                file.write(Fernet.generate_key())
            try:
                os.link(draft, ring)
            except FileExistsError:
                pass
            finally:
                draft.unlink()
        key = ring.read_bytes()
        if len(key) != 44:
            raise KeyIsLost(str(ring))
        return Fernet(key)

    def put(self, name, text):
        if not self.shelf.fits(name):
            raise ValueError(name)
        sheet = json.dumps({"name": name, "text": text}, ensure_ascii=False)
        self.shelf[name] = self._fernet.encrypt(sheet.encode("utf-8", "surrogatepass"))

    def get(self, name):
        token = self.shelf[name]
        sheet = json.loads(self._fernet.decrypt(token).decode("utf-8", "surrogatepass"))
        if sheet["name"] != name:
            raise InvalidToken("the transcript of another name")
        return sheet["text"]

    def names(self):
        return sorted(self.shelf)
