"""The handset as a conversation: a generator that is sent lines and yields answers.

Its place in the code is its state: which judge is logged in can be seen by
where it is, and not only by a variable.
"""
import contextlib
import re
import sqlite3

LINE = re.compile(r"(?P<word>JUDGE|PIN|NEWPIN) (?P<rest>.+)|(?P<alone>MINE|BYE)", re.DOTALL)


def parse(text):
    found = LINE.fullmatch(text)
    if not found:
        return None, ""
    return found["alone"] or found["word"], found["rest"] or ""


def whole(text):
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


class Handset:
    FIND = """SELECT id FROM judges WHERE typeof(name) = 'text' AND typeof(pin) = 'text'
              AND CAST(name AS BLOB) = CAST(:name AS BLOB) AND CAST(pin AS BLOB) = CAST(:pin AS BLOB)"""
    MARKS = "SELECT pumpkin, points FROM marks WHERE judge = :id ORDER BY pumpkin"
    CHANGE = "UPDATE judges SET pin = :pin WHERE id = :id"

    def __init__(self, db_path):
        self._db_path = db_path
        self._restart()

    def _restart(self):
        self._talk = self._conversation()
        next(self._talk)

    def line(self, text):
        try:
            return self._talk.send(text)
        except BaseException:
            self._restart()  # nobody is logged in behind a fault
            raise

    @contextlib.contextmanager
    def _file(self):
        with contextlib.closing(sqlite3.connect(self._db_path)) as db, db:
            yield db

    def _conversation(self):
        text = yield
        while True:
            word, rest = parse(text)
            if word == "JUDGE":
                text = yield from self._asked(rest)
            else:
                text = yield "+BYE" if word == "BYE" else "-NO"

    def _asked(self, name):
        text = yield "+PIN?"
        word, pin = parse(text)
        if word != "PIN":
            return text
        row = None
        if whole(name) and whole(pin):
            with self._file() as db:
                row = db.execute(self.FIND, {"name": name, "pin": pin}).fetchone()
        if row is None:
            return (yield "-NO")
        text = yield "+HELLO " + name
        return (yield from self._logged_in(row[0], text))

    def _logged_in(self, number, text):
        while True:
            word, rest = parse(text)
            if word in ("JUDGE", "BYE"):
                return text
            answer = "-NO"
            if word == "MINE":
                with self._file() as db:
                    answer = "+" + " ".join(map("%s=%s".__mod__, db.execute(self.MARKS, {"id": number})))
            elif word == "NEWPIN" and whole(rest):
                with self._file() as db:
                    db.execute(self.CHANGE, {"id": number, "pin": rest})
                answer = "+OK"
            text = yield answer
