import contextlib
import hmac
import sqlite3


class Handset:
    def __init__(self, db_path):
        self._db_path = db_path
        self._asked = None      # the name behind JUDGE, for the very next line
        self._judge = None      # the number of who is logged in

    def line(self, text):
        asked, self._asked = self._asked, None
        word, blank, rest = text.partition(" ")
        if word == "JUDGE" and rest:
            self._judge = None
            self._asked = rest
            return "+PIN?"
        if word == "PIN" and rest:
            if asked is None:
                return "-NO"
            self._judge = None
            return self._log_in(asked, rest)
        if text == "BYE":
            self._judge = None
            return "+BYE"
        if self._judge is None:
            return "-NO"
        if text == "MINE":
            return self._marks()
        if word == "NEWPIN" and rest:
            return self._new_pin(rest)
        return "-NO"

    @contextlib.contextmanager
    def _file(self):
        db = sqlite3.connect(self._db_path)
        # Other programs write here, too: a text that is no good UTF-8 must not stop us.
        db.text_factory = lambda data: data.decode("utf-8", "replace")
        try:
            with db:
                yield db
        finally:
            db.close()

    def _log_in(self, name, pin):
        with self._file() as db:
            row = db.execute("SELECT id, pin FROM judges WHERE name = ?", (name,)).fetchone()
        if row is None or not isinstance(row[1], str):
            return "-NO"
        known, typed = (one.encode("utf-8", "surrogatepass") for one in (row[1], pin))
        if not hmac.compare_digest(known, typed):
            return "-NO"
        self._judge = row[0]
        return "+HELLO " + name

    def _marks(self):
        with self._file() as db:
            rows = db.execute("SELECT pumpkin, points FROM marks WHERE judge = ? ORDER BY pumpkin",
                              (self._judge,)).fetchall()
        return "+" + " ".join(f"{label}={points}" for label, points in rows)

    def _new_pin(self, pin):
        with self._file() as db:
            changed = db.execute("UPDATE judges SET pin = ? WHERE id = ?", (pin, self._judge)).rowcount
        return "+OK" if changed else "-NO"
