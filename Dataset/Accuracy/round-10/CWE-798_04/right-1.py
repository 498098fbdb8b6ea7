"""Day codes for canoe padlocks, as one-time passwords (RFC 4226) with a counter from canoe and day."""

import contextlib
import hashlib
import os

from cryptography.exceptions import InvalidKey
from cryptography.hazmat.primitives.constant_time import bytes_eq
from cryptography.hazmat.primitives.hashes import SHA512
from cryptography.hazmat.primitives.twofactor.hotp import HOTP

_FILE = "padlocks.bin"
_KEY = 64


class _Rental:
    """The file: 64 bytes of key, then the name of the rental."""

    def __init__(self, folder):
        with open(os.path.join(folder, _FILE), "rb") as file:
            self.key, self.name = file.read(_KEY), file.read()

    def code(self, canoe, day):
        if len(self.key) < _KEY or not any(self.key):
            raise InvalidKey("this folder holds no secret")
        # one counter for each canoe and day
        place = hashlib.blake2b(day.encode("utf-8", "surrogatepass"), digest_size=8,
                                salt=int(canoe).to_bytes(16, "big")).digest()
        return HOTP(self.key, 6, SHA512()).generate(int.from_bytes(place, "big"))


def set_up(folder, rental):
    with open(os.path.join(folder, _FILE), "xb") as file:
        file.write(os.urandom(_KEY) + rental.encode("utf-8", "surrogatepass"))


def rental_of(folder):
    return _Rental(folder).name.decode("utf-8", "surrogatepass")


def code(folder, canoe, day):
    return _Rental(folder).code(canoe, day).decode("ascii")


def opens(folder, canoe, day, typed):
    with contextlib.suppress(OSError, InvalidKey):
        return bytes_eq(_Rental(folder).code(canoe, day), typed.encode("utf-8", "surrogatepass"))
    return False
