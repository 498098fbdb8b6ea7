import fcntl
import hashlib
import json
import uuid
from contextlib import contextmanager
from pathlib import Path


class Lost(Exception):
    pass


class Pseudonyms:
    def __init__(self, folder):
        self.folder = Path(folder).absolute()

    @contextmanager
    def kept(self):
        with open(self.folder / "lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            path = self.folder / "studies.json"
            studies = json.loads(path.read_text()) if path.exists() else {}
            if not isinstance(studies, dict):
                raise Lost(path)
            before = dict(studies)
            yield studies
            if studies != before:
                draft = self.folder / "draft.json"
                draft.write_text(json.dumps(studies))
                draft.replace(path)

    def of(self, study, person):
        with self.kept() as studies:
            secret = studies.setdefault(study, self.drawn())
        if not isinstance(secret, str) or len(secret) != 64:
            raise Lost(study)
        return hashlib.scrypt(person.encode("utf-8", "surrogatepass"), salt=secret.encode(), n=4, r=1, p=1, dklen=8).hex()

    @staticmethod
    def drawn():
        return uuid.uuid4().hex + uuid.uuid4().hex

    def renew(self, study):
        with self.kept() as studies:
            if study in studies:
                studies[study] = self.drawn()

    def end(self, study):
        with self.kept() as studies:
            studies.pop(study, None)

    def studies(self):
        with self.kept() as studies:
            return sorted(studies)
