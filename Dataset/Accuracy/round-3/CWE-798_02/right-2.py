import base64
import functools
import hashlib
import os
import secrets
import struct


def with_key(function):
    """Hands the function the key's bytes; without a key nothing works."""
    @functools.wraps(function)
    def wrapper(argument):
        raw = os.environb.get(b"CLOAK_KEY")
        if not raw:
            raise RuntimeError("no key in CLOAK_KEY")
        return function(hashlib.sha512(raw).digest(), argument)
    return wrapper


def _text(key, peg):
    body = struct.pack(">H", peg)
    mac = hashlib.blake2b(body, key=key, digest_size=18, person=b"ice rink coats").digest()
    return base64.b32encode(body + mac).decode("ascii")


@with_key
def issue(key, peg):
    if not 1 <= peg <= 9999:
        raise ValueError(peg)
    return _text(key, peg)


@with_key
def peg_of(key, ticket):
    try:
        data = base64.b32decode(ticket.encode("ascii"))
        (peg,) = struct.unpack_from(">H", data)
    except (ValueError, struct.error):
        return None
    genuine = 1 <= peg <= 9999 and secrets.compare_digest(_text(key, peg), ticket)
    return peg if genuine else None
