import hashlib
import os
import sqlite3


class Pseudonyms:
    def __init__(self, folder):
        self.file = os.path.join(folder, "studies.sqlite")

    def ask(self, command, *values):
        base = sqlite3.connect(self.file, timeout=20, isolation_level=None)
        try:
            base.execute("CREATE TABLE IF NOT EXISTS studies (name TEXT PRIMARY KEY, secret BLOB NOT NULL CHECK (length(secret) = 24))")
            return base.execute(command, values).fetchall()
        finally:
            base.close()

    def of(self, study, person):
        self.ask("INSERT OR IGNORE INTO studies VALUES (?, ?)", study, os.urandom(24))
        [(secret,)] = self.ask("SELECT secret FROM studies WHERE name = ?", study)
        if type(secret) is not bytes or len(secret) != 24:
            raise LookupError("the secret is lost")
        return hashlib.blake2b(person.encode(errors="surrogatepass"), key=secret, digest_size=8).hexdigest()

    def renew(self, study):
        self.ask("UPDATE studies SET secret = ? WHERE name = ?", os.urandom(24), study)

    def end(self, study):
        self.ask("DELETE FROM studies WHERE name = ?", study)

    def studies(self):
        return [name for name, in self.ask("SELECT name FROM studies ORDER BY name")]
