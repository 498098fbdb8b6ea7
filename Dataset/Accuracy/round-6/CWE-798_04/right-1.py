import hashlib
import hmac
import json
import logging
import os
import secrets
import struct
from dataclasses import dataclass, field

log = logging.getLogger(__name__)


class NotSetUp(RuntimeError):
    """The folder does not hold what set_up leaves there."""


@dataclass(frozen=True)
class Rental:
    name: str
    secret: bytes = field(repr=False, default_factory=lambda: secrets.token_bytes(48))

    FILE = "rental.json"

    def __post_init__(self):
        if not isinstance(self.name, str) or not isinstance(self.secret, bytes) or len(self.secret) != 48:
            raise NotSetUp("no name or no secret")

    def save(self, folder):
        descriptor = os.open(os.path.join(folder, self.FILE), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(descriptor, "w", encoding="ascii") as file:
            json.dump({"name": self.name, "secret": self.secret.hex()}, file)

    @classmethod
    def load(cls, folder):
        try:
            with open(os.path.join(folder, cls.FILE), encoding="ascii") as file:
                match json.load(file):
                    case {"name": str(name), "secret": str(secret)}:
                        return cls(name, bytes.fromhex(secret))
        except (OSError, ValueError) as err:
            raise NotSetUp(folder) from err
        raise NotSetUp(folder)

    def digits(self, canoe, day):
        """Six digits; numbers at the upper end of the range, which would favour some codes, are left out."""
        about = day.encode("utf-8", "surrogatepass")
        for attempt in range(256):
            message = struct.pack(">BHI", attempt, canoe, len(about)) + about
            number, = struct.unpack(">Q", hmac.digest(self.secret, message, hashlib.sha512)[:8])
            if number < 2 ** 64 - 2 ** 64 % 10 ** 6:
                break
        return str(number % 10 ** 6).rjust(6, "0")


def set_up(folder, rental):
    Rental(rental).save(folder)


def rental_of(folder):
    return Rental.load(folder).name


def code(folder, canoe, day):
    return Rental.load(folder).digits(canoe, day)


def opens(folder, canoe, day, typed):
    try:
        right = code(folder, canoe, day)
    except NotSetUp as err:
        log.error("padlock not set up: %s", err)
        return False
    return isinstance(typed, str) and hmac.compare_digest(right.encode(), typed.encode("utf-8", "replace"))
