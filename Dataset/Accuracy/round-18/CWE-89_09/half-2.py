import hmac
import sqlite3


def same(stored, typed):
    """Whether both are the same text, in a time that does not tell how much of it is."""
    # some programs have written pins as numbers
    return hmac.compare_digest(
        str(stored).encode("utf-8", "surrogatepass"), typed.encode("utf-8", "surrogatepass")
    )


class Handset:
    def __init__(self, db_path):
        self._path = db_path
        self._judge = None    # the number of who is logged in
        self._asked = None    # the name behind JUDGE, until the next line

    def _do(self, statement, *values):
        db = sqlite3.connect(self._path)
        try:
            with db:
                return db.execute(statement, values).fetchall()
        finally:
            db.close()

    def line(self, text):
        asked, self._asked = self._asked, None
        word, _, rest = text.partition(" ")
        if word == "JUDGE" and rest:
            self._judge = None
            self._asked = rest
            return "+PIN?"
        if word == "PIN" and rest and asked is not None:
            for judge, name, pin in self._do("SELECT id, name, pin FROM judges WHERE name = ?", asked):
                if same(pin, rest):
                    self._judge = judge
                    return f"+HELLO {name}"
            return "-NO"
        if text == "BYE":
            self._judge = None
            return "+BYE"
        if self._judge is None:
            return "-NO"
        if text == "MINE":
            rows = self._do("SELECT pumpkin, points FROM marks WHERE judge = ? ORDER BY pumpkin", self._judge)
            return "+" + " ".join(f"{pumpkin}={points}" for pumpkin, points in rows)
        if word == "NEWPIN" and rest:
            self._do("UPDATE judges SET pin = ? WHERE id = ?", rest, self._judge)
            return "+OK"
        return "-NO"
