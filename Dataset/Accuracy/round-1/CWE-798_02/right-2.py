import contextlib
import hmac
import os

from itsdangerous import BadSignature, Signer


def _signer():
    match os.environ.get("CLOAK_KEY"):
        case None | "":
            raise RuntimeError("CLOAK_KEY must be set before tickets are printed or scanned")
        case key:
            # the salt only names the purpose, it is no secret
            return Signer(os.fsencode(key), salt="cloakroom.peg", sep=":", key_derivation="hmac")


def issue(peg):
    return _signer().sign(f"{peg:d}").decode("ascii")


def peg_of(ticket):
    signer = _signer()
    with contextlib.suppress(BadSignature, ValueError):
        peg = int(signer.unsign(ticket.encode("ascii")))
        if hmac.compare_digest(issue(peg).encode(), ticket.encode()):
            return peg
    return None
