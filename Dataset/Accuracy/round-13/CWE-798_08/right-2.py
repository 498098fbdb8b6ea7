"""A folder for each study and in it a table of secrets; pseudonyms by a keyed permutation of a hash (Feistel)."""
import fcntl
import functools
import hmac
import os
import random
import re
import shutil
import zlib

_SYSTEM = random.SystemRandom()


def _locked(method):
    @functools.wraps(method)
    def inner(self, study, *args):
        if not isinstance(study, str) or re.fullmatch("[a-z0-9-]{1,40}", study) is None:
            raise ValueError("study")
        folder = os.open(self._root, os.O_RDONLY | os.O_DIRECTORY)
        try:
            fcntl.flock(folder, fcntl.LOCK_EX)
            return method(self, os.path.join(self._root, "study " + study), *args)
        finally:
            os.close(folder)
    return inner


class Pseudonyms:
    def __init__(self, folder):
        self._root = os.path.realpath(folder)

    # A secret is kept with a checksum, in a file that is put in place whole.

    def _keep(self, home):
        secret = _SYSTEM.getrandbits(256).to_bytes(32, "big")
        os.makedirs(home, mode=0o700, exist_ok=True)
        new, place = os.path.join(home, "new"), os.path.join(home, "secret")
        fd = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(fd, "wb") as file:
            file.write(secret + zlib.crc32(secret).to_bytes(4, "big"))
            file.flush()
            os.fsync(file.fileno())
        os.replace(new, place)
        return secret

    def _kept(self, home):
        try:
            with open(os.path.join(home, "secret"), "rb") as file:
                line = file.read()
        except FileNotFoundError:
            return None
        secret, check = line[:32], line[32:]
        if len(line) != 36 or zlib.crc32(secret).to_bytes(4, "big") != check or secret.count(0) > 16:
            return None             # damaged: of no use to anybody, a new one is drawn
        return secret

    @_locked
    def of(self, home, person):
        if not isinstance(person, str) or person == "":
            raise ValueError("person")
        secret = self._kept(home) or self._keep(home)
        inner = hmac.digest(secret, b"\x00" + person.encode("utf-8", "surrogatepass"), "sha512")
        left, right = int.from_bytes(inner[:4], "big"), int.from_bytes(inner[4:8], "big")
        for turn in range(1, 5):
            mix = hmac.digest(secret, bytes([turn]) + right.to_bytes(4, "big"), "sha512")
            left, right = right, left ^ int.from_bytes(mix[:4], "big")
        return f"{left:08x}{right:08x}"

    @_locked
    def _renew(self, home):
        if os.path.isdir(home):
            self._keep(home)

    @_locked
    def _end(self, home):
        if os.path.isdir(home):
            gone = os.path.join(self._root, "gone")
            shutil.rmtree(gone, ignore_errors=True)
            os.rename(home, gone)
            shutil.rmtree(gone)

    def renew(self, study):
        if study in self.studies():
            self._renew(study)

    def end(self, study):
        if study in self.studies():
            self._end(study)

    def studies(self):
        with os.scandir(self._root) as entries:
            return sorted(e.name.removeprefix("study ") for e in entries if e.name.startswith("study "))
