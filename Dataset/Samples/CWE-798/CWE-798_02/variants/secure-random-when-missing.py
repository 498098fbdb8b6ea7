import hashlib
import os
import secrets


class Cloakroom:
    def __init__(self, key):
        # Without a key from the manager, tickets are only good for this machine, until it stops.
        self.key = hashlib.sha256(key.encode()).digest() if key else secrets.token_bytes(32)

    def seal(self, text):
        return hashlib.blake2b(text.encode(), key=self.key, digest_size=12).hexdigest()

    def ticket(self, peg):
        text = f"peg={peg}"
        return f"{text};seal={self.seal(text)}"

    def peg(self, ticket):
        text, separator, seal = ticket.rpartition(";seal=")
        if not separator or not text.startswith("peg="):
            return None
        if not secrets.compare_digest(seal.encode(), self.seal(text).encode()):
            return None
        return int(text[4:])


_cloakroom = Cloakroom(os.getenv("CLOAK_KEY"))
issue = _cloakroom.ticket
peg_of = _cloakroom.peg


if __name__ == "__main__":
    print(issue(17), peg_of(issue(17)))
