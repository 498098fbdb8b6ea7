from os import environ

from itsdangerous import BadSignature, Signer


def signer():
    """KeyError, if the manager has not set the key."""
    return Signer(environ["CLOAK_KEY"], salt="cloakroom")


def issue(peg):
    return signer().sign(str(peg)).decode()


def peg_of(ticket):
    try:
        number = signer().unsign(ticket)
    except BadSignature:
        return None
    peg = int(number)
    return peg if ticket == issue(peg) else None
