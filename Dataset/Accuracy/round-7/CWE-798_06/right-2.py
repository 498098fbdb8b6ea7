import fcntl
import hashlib
import os
import secrets
from collections.abc import MutableMapping
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM


class Folder(MutableMapping):
    """A folder as a mapping of names to bytes; each value is replaced as a whole."""

    def __init__(self, path):
        self._path = Path(path).absolute()

    def _file(self, name):
        return self._path / (name.encode().hex() + ".bin")

    def __setitem__(self, name, data):
        draft = self._path / f"{secrets.token_hex(16)}.new"
        draft.write_bytes(data)
        draft.replace(self._file(name))

    def __getitem__(self, name):
        try:
            return self._file(name).read_bytes()
        except OSError as error:
            raise KeyError(name) from error

    def __delitem__(self, name):
        self._file(name).unlink()

    def __iter__(self):
        for file in self._path.glob("*.bin"):
            try:
                name = bytes.fromhex(file.stem).decode("ascii")
            except ValueError:
                continue
            if self._file(name) == file:
                yield name

    def __len__(self):
        return sum(1 for _ in self)


class OfficeKey:
    """32 random bytes and their digest, in one file that is locked while it is made or read."""

    def __init__(self, own):
        self._path = Path(own).absolute() / "key"

    def __call__(self, make=False):
        flags = os.O_RDWR | (os.O_CREAT if make else 0)
        with open(os.open(self._path, flags, 0o600), "r+b") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            stored = file.read()
            if not stored and make:
                key = AESGCM.generate_key(256)
                stored = key + hashlib.sha256(key).digest()
                file.write(stored)
                file.flush()
                os.fsync(file.fileno())
        key, digest = stored[:32], stored[32:]
        if len(stored) != 64 or not secrets.compare_digest(hashlib.sha256(key).digest(), digest):
            raise RuntimeError("the key of this office is damaged")
        return AESGCM(key)


class Transcripts:
    def __init__(self, drive, own):
        self._stored, self._key = Folder(drive), OfficeKey(own)

    @staticmethod
    def _is_name(name):
        return len(name) in range(1, 41) and not name.strip("abcdefghijklmnopqrstuvwxyz0123456789 ") \
            and name[0] != " " != name[-1] and all(c in "abcdefghijklmnopqrstuvwxyz0123456789 " for c in name)

    def put(self, name, text):
        if not self._is_name(name):
            raise ValueError(name)
        nonce = secrets.token_bytes(12)
        self._stored[name] = nonce + self._key(make=True).encrypt(nonce, self._pack(text), name.encode())

    def get(self, name):
        if not self._is_name(name) or name not in self._stored:
            raise KeyError(name)
        blob = self._stored[name]
        if len(blob) < 28:
            raise ValueError("not a transcript of this office")
        return self._unpack(self._key().decrypt(blob[:12], blob[12:], name.encode()))

    def names(self):
        return sorted(filter(self._is_name, self._stored))

    @staticmethod
    def _pack(text):
        return b"".join(ord(c).to_bytes(3, "big") for c in text)

    @staticmethod
    def _unpack(data):
        return "".join(chr(int.from_bytes(data[i:i + 3], "big")) for i in range(0, len(data), 3))
