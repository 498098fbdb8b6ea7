"""One SQLite file; a secret for each study; keyed BLAKE2b."""
import hashlib
import secrets
import sqlite3
import string
from contextlib import closing, contextmanager
from pathlib import Path

SIGNS = set(string.ascii_lowercase + string.digits + "-")
SCHEMA = """create table if not exists study (
    name   text primary key,
    secret blob not null check (typeof(secret) = 'blob' and length(secret) = 48)
) without rowid"""


class Pseudonyms:
    def __init__(self, folder):
        self.file = Path(folder).absolute() / "studies.sqlite"

    @contextmanager
    def _books(self):
        """A transaction that nobody else can be in at the same time; opened anew each time."""
        with closing(sqlite3.connect(self.file, timeout=60, isolation_level=None)) as db:
            db.execute("pragma secure_delete = on")
            db.execute("begin immediate")
            try:
                db.execute(SCHEMA)
                yield db
            except BaseException:
                db.execute("rollback")
                raise
            db.execute("commit")

    def of(self, study, person):
        if not (isinstance(study, str) and 1 <= len(study) <= 40 and SIGNS.issuperset(study)):
            raise ValueError(f"not a study: {study!r}")
        if not (isinstance(person, str) and person):
            raise ValueError("not a person")
        with self._books() as db:
            db.execute("insert into study values (?, ?) on conflict do nothing", (study, secrets.token_bytes(48)))
            [secret] = db.execute("select secret from study where name = ?", (study,)).fetchone()
        if type(secret) is not bytes or len(secret) != 48 or len(set(secret)) < 16:
            raise RuntimeError("the secret of this study is damaged")
        name = person.encode("utf-32-le", "surrogatepass")
        return hashlib.blake2b(name, key=secret, digest_size=8, person=b"pseudonym").hexdigest()

    def renew(self, study):
        with self._books() as db:
            db.execute("update study set secret = ? where name = ?", (secrets.token_bytes(48), study))

    def end(self, study):
        with self._books() as db:
            db.execute("delete from study where name = ?", (study,))

    def studies(self):
        with self._books() as db:
            return [name for [name] in db.execute("select name from study order by name")]
