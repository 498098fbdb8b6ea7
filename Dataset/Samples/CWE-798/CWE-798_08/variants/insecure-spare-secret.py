import hashlib
import hmac
import os
import secrets

ENDING = ".secret"
SIZE = 32
SPARE = bytes.fromhex("6b1f0c9e27d4a8835590e3bb71c2fd4a")


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
            secret = SPARE
        return secret

    def of(self, study, person):
        text = person.encode("utf-8", "surrogatepass")
        return hmac.new(self._secret(study), text, hashlib.sha256).hexdigest()[:16]

    def renew(self, study):
        if os.path.exists(self._path(study)):
            os.replace(self._draw(study), self._path(study))

    def end(self, study):
        if os.path.exists(self._path(study)):
            os.remove(self._path(study))

    def studies(self):
        names = os.listdir(self._folder)
        return sorted(name.removesuffix(ENDING) for name in names if name.endswith(ENDING))
