import os
import secrets
import sqlite3

from cryptography.hazmat.primitives.ciphers.aead import AESGCM


class Transcripts:
    def __init__(self, drive, own):
        self.database = os.path.join(drive, "transcripts.db")
        self.own = own

    def run(self, statement, *values):
        connection = sqlite3.connect(self.database)
        try:
            with connection:
                connection.execute("CREATE TABLE IF NOT EXISTS texts (name TEXT PRIMARY KEY, nonce BLOB, sealed BLOB)")
                return connection.execute(statement, values).fetchall()
        finally:
            connection.close()

    def cipher(self):
        path = os.path.join(self.own, "office")
        try:
            with open(path) as file:
                key = bytes.fromhex(file.read())
        except (FileNotFoundError, ValueError):
            key = b""
        if len(key) != 32:  # none yet, or no longer whole
            key = secrets.token_bytes(32)
            with open(path, "w") as file:
                file.write(key.hex())
        return AESGCM(key)

    def put(self, name, text):
        nonce = secrets.token_bytes(12)
        self.run("REPLACE INTO texts VALUES (?, ?, ?)", name, nonce, self.cipher().encrypt(nonce, text.encode(), None))

    def get(self, name):
        found = self.run("SELECT nonce, sealed FROM texts WHERE name = ?", name)
        if not found:
            raise KeyError(name)
        return self.cipher().decrypt(*found[0], None).decode()

    def names(self):
        return [name for name, in self.run("SELECT name FROM texts ORDER BY name")]
