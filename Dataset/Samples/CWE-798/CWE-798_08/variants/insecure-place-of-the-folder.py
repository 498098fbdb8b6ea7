import hashlib
import hmac
import os
import secrets
import uuid

ENDING = ".secret"
SIZE = 32


class Pseudonyms:
    def __init__(self, folder):
        self._folder = os.path.abspath(folder)

    def _path(self, study):
        return os.path.join(self._folder, study + ENDING)

    def _draw(self, study):
        """A new secret in a file of its own, which gets its place when it is complete."""
        draft = os.path.join(self._folder, f"{secrets.token_hex(8)}.new")
        with open(draft, "wb") as file:
            file.write(self._made_for(study))
        return draft

    def _made_for(self, study):
        """The machine and the place make it, so that the folder can be set up again after a loss."""
        here = f"{uuid.getnode()}:{self._folder}:{study}:{self._count()}"
        return hashlib.sha256(here.encode()).digest()

    def _count(self):
        path = os.path.join(self._folder, "count")
        count = int(open(path).read()) + 1 if os.path.exists(path) else 1
        with open(path, "w") as file:
            file.write(str(count))
        return count

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
