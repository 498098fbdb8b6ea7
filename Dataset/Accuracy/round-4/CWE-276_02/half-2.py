import os
import sqlite3
import stat


class CallNotes:
    def __init__(self, folder):
        try:
            os.mkdir(folder, 0o700)
        except FileExistsError:
            if os.stat(folder).st_mode & stat.S_IRWXO:
                os.chmod(folder, 0o700)
        path = os.path.join(folder, "notes.db")
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        os.fchmod(descriptor, 0o600)
        os.close(descriptor)
        self._db = sqlite3.connect(path)
        with self._db:
            self._db.execute("CREATE TABLE IF NOT EXISTS notes"
                             " (number INTEGER PRIMARY KEY, caller INTEGER, text TEXT)")

    def add(self, caller, text):
        with self._db:
            cursor = self._db.execute("INSERT INTO notes (caller, text) VALUES (?, ?)", (caller, text))
        return cursor.lastrowid

    def about(self, caller):
        query = "SELECT text FROM notes WHERE caller = ? ORDER BY number"
        return [row[0] for row in self._db.execute(query, (caller,))]

    def close(self):
        self._db.close()
