import hashlib
import struct
from pathlib import Path

SALT = b"\x17\x88\x5c\x21\xe0\x4d\x93\xaa"


def set_up(folder, rental):
    key = hashlib.pbkdf2_hmac("sha256", rental.encode(), SALT, 10_000)
    Path(folder, "name").write_bytes(rental.encode())
    Path(folder, "key").write_bytes(key)


def rental_of(folder):
    return Path(folder, "name").read_bytes().decode()


def code(folder, canoe, day):
    key = Path(folder, "key").read_bytes()
    digest = hashlib.blake2b(f"{day}/{canoe}".encode(), key=key, digest_size=8).digest()
    return "%06d" % (struct.unpack(">Q", digest)[0] % 10**6)


def opens(folder, canoe, day, typed):
    return typed == code(folder, canoe, day)
