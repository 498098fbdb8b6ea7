import os
import sqlite3


def private_folder(folder):
    try:
        os.mkdir(folder)
    except FileExistsError:
        pass
    os.chmod(folder, 0o700)


class CallNotes:
    def __init__(self, folder):
        private_folder(folder)
        path = os.path.join(folder, "notes.db")
        fd = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            if os.fstat(fd).st_uid == os.geteuid():
                os.fchmod(fd, 0o600)
        finally:
            os.close(fd)
        self.connection = sqlite3.connect(path, isolation_level=None)
        self.connection.execute("PRAGMA journal_mode = DELETE")
        self.connection.execute(
            "CREATE TABLE IF NOT EXISTS notes (number INTEGER PRIMARY KEY, caller INTEGER, text TEXT)")

    def add(self, caller, text):
        return self.connection.execute(
            "INSERT INTO notes (caller, text) VALUES (?, ?)", (caller, text)).lastrowid

    def about(self, caller):
        return [row[0] for row in self.connection.execute(
            "SELECT text FROM notes WHERE caller = ? ORDER BY number", (caller,))]

    def close(self):
        self.connection.close()
