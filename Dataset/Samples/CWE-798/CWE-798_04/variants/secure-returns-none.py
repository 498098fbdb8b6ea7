import hashlib
import hmac
import os
import secrets


def _read(folder, name):
    try:
        with open(os.path.join(folder, name), "rb") as file:
            return file.read()
    except OSError:
        return b""


def set_up(folder, rental):
    for name, content in ((".key", secrets.token_bytes(16)), ("rental", rental.encode())):
        with open(os.path.join(folder, name), "xb") as file:
            file.write(content)


def rental_of(folder):
    return _read(folder, "rental").decode()


def code(folder, canoe, day):
    key = _read(folder, ".key")
    if not key:
        return None
    digits = ""
    mac = hmac.digest(key, f"{day}#{canoe}".encode(), hashlib.sha512)
    for byte in mac:
        if byte < 250:  # so that each digit is equally likely
            digits += str(byte % 10)
    return digits[:6]


def opens(folder, canoe, day, typed):
    right = code(folder, canoe, day)
    return right is not None and hmac.compare_digest(typed.encode(), right.encode())
