import os

from itsdangerous import BadSignature, Signer


def _signer():
    key = os.environ.get("CLOAK_KEY")
    if not key:
        raise RuntimeError("CLOAK_KEY must be set")
    return Signer(key.encode("ascii", "ignore"), salt="cloakroom-ticket", sep=".",
                  key_derivation="hmac")


def issue(peg):
    signer = _signer()
    if type(peg) is not int or not 0 < peg < 10000:
        raise ValueError("no such peg")
    return signer.sign(str(peg)).decode("ascii")


def peg_of(ticket):
    signer = _signer()
    try:
        peg = int(signer.unsign(ticket))
    except (BadSignature, ValueError):
        return None
    if not 0 < peg < 10000 or issue(peg) != ticket:
        return None
    return peg
