import os
from contextlib import suppress
from functools import wraps

from itsdangerous import BadData, URLSafeSerializer


class MissingKey(RuntimeError):
    pass


class Printer(URLSafeSerializer):
    def __init__(self, key):
        super().__init__(key, salt="ticket", signer_kwargs={"key_derivation": "hmac", "digest_method": self.digest})

    @staticmethod
    def digest(data=b""):
        import hashlib
        return hashlib.sha384(data)


def with_printer(function):
    @wraps(function)
    def wrapper(argument):
        key = os.environb.get(b"CLOAK_KEY")
        if key is None or key == b"":
            raise MissingKey("CLOAK_KEY is not set")
        return function(Printer(key), argument)
    return wrapper


@with_printer
def issue(printer, peg):
    if isinstance(peg, bool) or not isinstance(peg, int) or peg not in range(1, 10_000):
        raise ValueError("pegs go from 1 to 9999")
    return printer.dumps(int(peg))


@with_printer
def peg_of(printer, ticket):
    with suppress(BadData, UnicodeError):
        peg = printer.loads(ticket)
        if type(peg) is int and peg in range(1, 10_000) and printer.dumps(peg) == ticket:
            return peg
    return None
