import os

from itsdangerous import BadSignature, Signer


def _signer():
    return Signer(os.environ["CLOAK_KEY"])


def issue(peg):
    return _signer().sign(str(peg)).decode()


def peg_of(ticket):
    try:
        return int(_signer().unsign(ticket))
    except BadSignature:
        return None
