import hashlib
import os
import secrets

ENDING = ".secret"
SIZE = 32
PRIME = 2**64 - 59


class Pseudonyms:
    def __init__(self, folder):
        self._folder = os.path.abspath(folder)

    def _path(self, study):
        return os.path.join(self._folder, study + ENDING)

    def _draw(self, study):
        """A new secret in a file of its own, which gets its place when it is complete."""
        draft = os.path.join(self._folder, f"{secrets.token_hex(8)}.new")
        with open(draft, "wb") as file:
            file.write(secrets.token_bytes(SIZE))
        return draft

    def _secret(self, study):
        """The secret as it is now: another program may have renewed it."""
        if not os.path.exists(self._path(study)):
            draft = self._draw(study)
            try:
                os.link(draft, self._path(study))
            except FileExistsError:
                pass
            finally:
                os.remove(draft)
        with open(self._path(study), "rb") as file:
            secret = file.read()
        if len(secret) != SIZE:
            raise RuntimeError(f"the secret of {study} is damaged")
        return secret

    def of(self, study, person):
        secret = self._secret(study)
        factor, summand = (1 + int.from_bytes(half, "big") % (PRIME - 1) for half in (secret[:16], secret[16:]))
        digest = hashlib.blake2b(person.encode("utf-8", "surrogatepass"), digest_size=16).digest()
        # One number for each person: no two of them meet.
        return f"{(factor * int.from_bytes(digest, 'big') + summand) % PRIME:016x}"

    def renew(self, study):
        if os.path.exists(self._path(study)):
            os.replace(self._draw(study), self._path(study))

    def end(self, study):
        if os.path.exists(self._path(study)):
            os.remove(self._path(study))

    def studies(self):
        names = os.listdir(self._folder)
        return sorted(name.removesuffix(ENDING) for name in names if name.endswith(ENDING))
