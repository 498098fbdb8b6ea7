from contextlib import suppress
from functools import partial
from pathlib import Path

from cryptography.hazmat.primitives import constant_time, hashes, serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

NAME, SECRET = "name.utf8", "secret.pem"


def set_up(folder, rental):
    secret = Ed25519PrivateKey.generate().private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    for name, data in ((NAME, rental.encode("utf-8", "surrogatepass")), (SECRET, secret)):
        Path(folder, name).write_bytes(data)


def rental_of(folder):
    return Path(folder, NAME).read_bytes().decode("utf-8", "surrogatepass")


def secret_of(folder):
    with suppress(OSError, ValueError, TypeError):
        key = serialization.load_pem_private_key(Path(folder, SECRET).read_bytes(), password=None)
        if isinstance(key, Ed25519PrivateKey):
            return key.private_bytes_raw()
    return None


def code(folder, canoe, day):
    if (secret := secret_of(folder)) is None:
        return None
    info = b"day code of canoe %d on %b" % (canoe, day.encode("utf-8", "surrogatepass"))
    derived = HKDFExpand(hashes.SHA256(), 32, info).derive(secret)
    return format(int.from_bytes(derived, "little") % 1_000_000, "06d")


def opens(folder, canoe, day, typed):
    expected = code(folder, canoe, day)
    same = partial(constant_time.bytes_eq, (expected or "").encode())
    return expected is not None and same(str(typed).encode("utf-8", "surrogatepass"))
