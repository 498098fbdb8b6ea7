"""Transcripts on a rented drive, encrypted with AES-GCM. The office's secret is in the folder `own` only."""
import contextlib
import os
import re
import tempfile

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_NAME = re.compile(r"[a-z0-9](?:[a-z0-9 ]{0,38}[a-z0-9])?")
_END = ".aes"


def _write(path, data, final):
    """Writes a file beside `path` and gives it this name by `final` (os.replace or os.link)."""
    handle, draft = tempfile.mkstemp(dir=os.path.dirname(path), prefix="~")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        final(draft, path)
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(draft)


class Transcripts:
    def __init__(self, drive, own):
        self._drive = os.path.abspath(drive)
        self._secret_file = os.path.join(os.path.abspath(own), "secret")

    def _cipher(self):
        if not os.path.exists(self._secret_file):
            with contextlib.suppress(FileExistsError):      # another object was faster
                _write(self._secret_file, os.urandom(32), os.link)
        with open(self._secret_file, "rb") as file:
            secret = file.read()
        if not secret:
            raise RuntimeError("the office's secret is lost: its file is empty")
        # The secret itself stays untouched; this module has a key of its own, made from it.
        return AESGCM(HKDF(hashes.SHA256(), 32, salt=None, info=b"transcripts").derive(secret))

    def _path(self, name):
        return os.path.join(self._drive, name.replace(" ", "_") + _END)

    def put(self, name, text):
        if not _NAME.fullmatch(name):
            raise ValueError("not a name for a transcript")
        nonce = os.urandom(12)
        data = self._cipher().encrypt(nonce, text.encode("utf-8", "surrogatepass"), name.encode())
        _write(self._path(name), nonce + data, os.replace)

    def get(self, name):
        if not _NAME.fullmatch(name):
            raise KeyError(name)
        try:
            with open(self._path(name), "rb") as file:
                data = file.read()
        except FileNotFoundError:
            raise KeyError(name) from None
        try:
            text = self._cipher().decrypt(data[:12], data[12:], name.encode())
        except InvalidTag:
            raise ValueError("not encrypted by this office") from None
        return text.decode("utf-8", "surrogatepass")

    def names(self):
        names = (entry.removesuffix(_END).replace("_", " ")
                 for entry in os.listdir(self._drive) if entry.endswith(_END))
        return sorted(name for name in names if _NAME.fullmatch(name))
