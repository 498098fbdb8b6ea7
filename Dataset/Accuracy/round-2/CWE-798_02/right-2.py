import hashlib
import os
import secrets
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Rink:
    key: bytes = field(repr=False)

    @classmethod
    def from_environment(cls):
        match os.environ:
            case {"CLOAK_KEY": str(text)} if text:
                return cls(hashlib.sha512(text.encode("utf-8", "surrogateescape")).digest())
        raise RuntimeError("without CLOAK_KEY there are no tickets")

    def ticket(self, peg):
        seal = hashlib.blake2b(peg.to_bytes(2, "big"), key=self.key, digest_size=24, person=b"rink cloakroom")
        return f"PEG {peg:04d} {seal.hexdigest().upper()}"


def issue(peg):
    rink = Rink.from_environment()
    if not 1 <= peg <= 9999:
        raise ValueError("pegs are numbered from 1 to 9999")
    return rink.ticket(peg)


def peg_of(ticket):
    rink = Rink.from_environment()
    pegs = [peg for peg in range(1, 10000) if ticket.startswith(f"PEG {peg:04d} ")]
    scanned = ticket.encode("utf-8", "surrogatepass")
    return next((peg for peg in pegs if secrets.compare_digest(rink.ticket(peg).encode(), scanned)), None)
