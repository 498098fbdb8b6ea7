import json
import pathlib
import sqlite3
import stat


def _lock_down(path, mode):
    if stat.S_IMODE(path.stat().st_mode) != mode:
        path.chmod(mode)


class CallNotes:
    def __init__(self, folder):
        home = pathlib.Path(folder)
        home.mkdir(mode=stat.S_IRWXU, exist_ok=True)
        _lock_down(home, 0o700)
        database = home / "notes.db"
        try:
            database.touch(mode=0o600, exist_ok=False)
        except FileExistsError:
            pass
        for path in home.glob("notes.db*"):
            _lock_down(path, 0o600)
        self.connection = sqlite3.connect(f"{database.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None)
        self.connection.execute("PRAGMA journal_mode = MEMORY")
        self.connection.execute("PRAGMA temp_store = MEMORY")
        self.connection.execute("CREATE TABLE IF NOT EXISTS notes(number INTEGER PRIMARY KEY, caller TEXT, text TEXT)")

    def add(self, caller, text):
        row = (json.dumps(caller), json.dumps(text))
        return self.connection.execute("INSERT INTO notes(caller, text) VALUES (?, ?)", row).lastrowid

    def about(self, caller):
        found = self.connection.execute("SELECT text FROM notes WHERE caller IS ? ORDER BY number", (json.dumps(caller),))
        return list(map(json.loads, (text for text, in found)))

    def close(self):
        self.connection.close()
