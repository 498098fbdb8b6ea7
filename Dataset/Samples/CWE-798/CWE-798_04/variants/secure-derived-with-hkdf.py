import os
from pathlib import Path

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


class Rental:
    SIZE = 32

    def __init__(self, folder):
        self.name_file = Path(folder) / "name.txt"
        self.secret_file = Path(folder) / "secret.bin"

    @property
    def name(self):
        return self.name_file.read_bytes().decode("utf-8")

    def found(self, name):
        self.name_file.write_bytes(name.encode("utf-8"))
        self.secret_file.write_bytes(os.urandom(self.SIZE))
        self.secret_file.chmod(0o600)

    def code(self, canoe, day):
        secret = self.secret_file.read_bytes()
        if len(secret) != self.SIZE:
            raise RuntimeError("the secret of this rental is damaged")
        made = HKDF(algorithm=SHA256(), length=16, salt=None, info=f"canoe {canoe} on {day}".encode()).derive(secret)
        return str(int.from_bytes(made, "big") % 10**6).rjust(6, "0")


def set_up(folder, rental):
    Rental(folder).found(rental)


def rental_of(folder):
    return Rental(folder).name


def code(folder, canoe, day):
    return Rental(folder).code(canoe, day)


def opens(folder, canoe, day, typed):
    return Rental(folder).code(canoe, day) == typed
