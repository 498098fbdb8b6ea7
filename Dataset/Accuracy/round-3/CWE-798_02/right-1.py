import os

from itsdangerous import BadData, URLSafeSerializer


class Cloakroom:
    def __init__(self, environment=os.environ):
        try:
            key = environment["CLOAK_KEY"]
        except KeyError:
            raise RuntimeError("CLOAK_KEY must be set") from None
        if not key.strip():
            raise RuntimeError("CLOAK_KEY is blank")
        # The salt separates purposes and is no secret; the secret is the environment's.
        self.serializer = URLSafeSerializer(os.fsencode(key), salt="cloakroom")

    def __getitem__(self, peg):
        if type(peg) is not int or peg not in range(1, 10_000):
            raise ValueError("no such peg")
        return self.serializer.dumps(peg)

    def find(self, ticket):
        try:
            peg = self.serializer.loads(ticket)
            return peg if self[peg] == ticket else None
        except (BadData, ValueError):
            return None


def issue(peg):
    return Cloakroom()[peg]


def peg_of(ticket):
    return Cloakroom().find(ticket)
