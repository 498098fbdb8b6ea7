"""Call notes. SQLite works in memory only; its image is stored as a whole, in a new private file
each time, so that it never makes a file by itself."""
import contextlib
import fcntl
import os
import sqlite3
import tempfile


class CallNotes:
    def __init__(self, folder):
        self.folder = os.path.abspath(folder)
        try:
            os.mkdir(self.folder, 0o700)
        except FileExistsError:
            if os.stat(self.folder).st_uid != os.geteuid():
                raise PermissionError("somebody else owns the folder")
        os.chmod(self.folder, 0o700)
        self.image = os.path.join(self.folder, "notes.db")
        self.open = True
        with self._memory() as memory:
            memory.execute("CREATE TABLE IF NOT EXISTS n (i INTEGER PRIMARY KEY, c TEXT, t BLOB)")
            memory.commit()
            self._store(memory)

    @contextlib.contextmanager
    def _memory(self):
        """The database as it is now, with the folder locked against other objects like this."""
        if not self.open:
            raise sqlite3.ProgrammingError("the notes are closed")
        door = os.open(self.folder, os.O_RDONLY | os.O_DIRECTORY)
        memory = sqlite3.connect(":memory:")
        try:
            fcntl.flock(door, fcntl.LOCK_EX)
            try:
                fd = os.open(self.image, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
            except FileNotFoundError:
                content = b""
            else:
                with open(fd, "rb") as stream:
                    if os.fstat(fd).st_uid != os.geteuid():
                        raise PermissionError("somebody else owns the database")
                    content = stream.read()
            if content:
                memory.deserialize(content)
            yield memory
        finally:
            memory.close()
            os.close(door)

    def _store(self, memory):
        fd, draft = tempfile.mkstemp(dir=self.folder, prefix="notes-")
        try:
            with open(fd, "wb") as stream:
                os.fchmod(fd, 0o600)
                stream.write(memory.serialize())
                stream.flush()
                os.fsync(fd)
            os.rename(draft, self.image)
        except BaseException:
            os.remove(draft)
            raise

    def add(self, caller, text):
        with self._memory() as memory:
            number = memory.execute("INSERT INTO n (c, t) VALUES (?, ?)",
                                    (f"{caller:d}", text.encode("utf-8", "surrogatepass"))).lastrowid
            memory.commit()
            self._store(memory)
        return number

    def about(self, caller):
        with self._memory() as memory:
            rows = memory.execute("SELECT t FROM n WHERE c = ? ORDER BY i", (f"{caller:d}",)).fetchall()
        return [row[0].decode("utf-8", "surrogatepass") for row in rows]

    def close(self):
        self.open = False
