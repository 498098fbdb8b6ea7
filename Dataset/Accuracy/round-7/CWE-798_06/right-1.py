"""Encrypted transcripts on a rented drive."""
import contextlib
import json
import logging
import os
import string
import tempfile

from cryptography.fernet import Fernet, InvalidToken

_log = logging.getLogger("transcripts")
_ALLOWED = set(string.ascii_lowercase + string.digits + " ")


class ForeignTranscript(Exception):
    """What lies on the drive was not put there by this office."""


def _valid(name):
    return isinstance(name, str) and 1 <= len(name) <= 40 and not set(name) - _ALLOWED and name == name.strip(" ")


@contextlib.contextmanager
def _draft(folder):
    """A new file in the folder, which is gone at the end unless it was moved."""
    fd, path = tempfile.mkstemp(prefix="draft-", dir=folder)
    try:
        with open(fd, "wb") as stream:
            yield stream, path
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(path)


class Transcripts:
    def __init__(self, drive, own):
        self._drive, self._own = map(os.path.abspath, (drive, own))

    @property
    def _key_file(self):
        return os.path.join(self._own, "office.key")

    @property
    def _fernet(self):
        with open(self._key_file, "rb") as stream:
            key = stream.read()
        if len(key) != 44:
            raise ValueError("the office's key is damaged")
        return Fernet(key)

    def _ensure_key(self):
        if os.path.lexists(self._key_file):
            return
        with _draft(self._own) as (stream, path):
            stream.write(Fernet.generate_key())
            stream.flush()
            os.fsync(stream.fileno())
            with contextlib.suppress(FileExistsError):
                os.link(path, self._key_file)
                _log.info("made a key")

    def put(self, name, text):
        if not _valid(name):
            raise ValueError("not a name: %r" % (name,))
        self._ensure_key()
        token = self._fernet.encrypt(json.dumps({"name": name, "text": text}).encode("ascii"))
        with _draft(self._drive) as (stream, path):
            stream.write(token)
            stream.flush()
            os.replace(path, os.path.join(self._drive, name.replace(" ", "_") + ".fernet"))

    def get(self, name):
        if not _valid(name):
            raise KeyError(name)
        try:
            with open(os.path.join(self._drive, name.replace(" ", "_") + ".fernet"), "rb") as stream:
                token = stream.read()
        except FileNotFoundError:
            raise KeyError(name) from None
        try:
            record = json.loads(self._fernet.decrypt(token))
        except (InvalidToken, FileNotFoundError) as error:
            raise ForeignTranscript(name) from error
        if record["name"] != name:
            raise ForeignTranscript(name)
        return record["text"]

    def names(self):
        names = (entry[:-7].replace("_", " ") for entry in os.listdir(self._drive) if entry.endswith(".fernet"))
        return sorted(filter(_valid, names))
