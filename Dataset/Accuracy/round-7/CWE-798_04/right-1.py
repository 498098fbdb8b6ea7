"""Codes as in RFC 4226 (HOTP); the counter is made of day and canoe."""
import base64
import binascii
import configparser
import datetime
import logging
from contextlib import suppress
from pathlib import Path
from secrets import compare_digest, token_bytes
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.twofactor.hotp import HOTP

log = logging.getLogger(__name__)


class NoSecret(LookupError):
    pass


class Folder:
    def __init__(self, path):
        self.path = Path(path)
        self.name_file = self.path / "display.b64"
        self.secret_file = self.path / "secret.ini"

    def fill(self, rental):
        self.name_file.write_bytes(base64.b64encode(rental.encode("utf-8", "surrogatepass")))
        ini = configparser.ConfigParser(interpolation=None)
        ini["padlocks"] = {"secret": token_bytes(40).hex()}
        with self.secret_file.open("x", encoding="ascii") as out:
            ini.write(out)
        log.info("set up")

    @property
    def name(self):
        return base64.b64decode(self.name_file.read_bytes()).decode("utf-8", "surrogatepass")

    @property
    def secret(self):
        ini = configparser.ConfigParser(interpolation=None)
        try:
            with self.secret_file.open(encoding="ascii") as source:
                ini.read_file(source)
            secret = binascii.unhexlify(ini.get("padlocks", "secret"))
        except (OSError, ValueError, configparser.Error) as error:
            raise NoSecret(f"{self.path}: no secret") from error
        if len(secret) != 40:
            raise NoSecret(f"{self.path}: damaged secret")
        return secret

    def code(self, canoe, day):
        date = datetime.datetime.strptime(day, "%Y-%m-%d").date()
        if type(canoe) is not int or canoe not in range(1, 100):
            raise ValueError("canoe")
        hotp = HOTP(self.secret, 6, SHA256())
        return hotp.generate(date.toordinal() * 100 + canoe).decode("ascii")


def set_up(folder, rental):
    Folder(folder).fill(rental)


def rental_of(folder):
    return Folder(folder).name


def code(folder, canoe, day):
    return Folder(folder).code(canoe, day)


def opens(folder, canoe, day, typed):
    right = None
    with suppress(NoSecret, ValueError):
        right = code(folder, canoe, day)
    return right is not None and compare_digest(right.encode(), str(typed).encode("utf-8", "replace"))
