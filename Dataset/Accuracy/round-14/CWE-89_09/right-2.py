import hmac
import operator
import sqlite3


class Refusal(Exception):
    """Is answered with -NO."""


class _File:
    """Hands out and takes bytes. The statements are fixed; what is typed is compared here, not by SQLite."""

    def __init__(self, path):
        self.path = path

    def __enter__(self):
        self.db = sqlite3.connect(self.path)
        self.db.text_factory = bytes
        return self.db

    def __exit__(self, kind, *_):
        try:
            if kind is None:
                self.db.commit()
            else:
                self.db.rollback()
        finally:
            self.db.close()


def typed(text):
    if not text:
        raise Refusal("nothing was typed")
    try:
        return text.encode()
    except UnicodeError:
        raise Refusal("halves of characters") from None


def shown(value):
    return value.decode("utf-8", "backslashreplace") if isinstance(value, bytes) else str(value)


class Handset:
    def __init__(self, db_path):
        self.__file = _File(db_path)
        self.__judge = self.__name = None

    def line(self, text):
        word, *rest = text.split(" ", 1)
        method = getattr(self, f"_{len(rest)}_{word}", None) if word in (
            "JUDGE", "PIN", "MINE", "NEWPIN", "BYE") else None
        waiting, self.__name = self.__name, None
        try:
            if method is None:
                raise Refusal("no such line")
            if word == "PIN":
                return method(waiting, *rest)
            return method(*rest)
        except Refusal:
            return "-NO"

    def _1_JUDGE(self, name):
        self.__judge = None
        if not name:
            raise Refusal("no name")
        self.__name = name
        return "+PIN?"

    def _1_PIN(self, name, pin):
        if name is None:
            raise Refusal("whose pin?")
        pair = typed(name), typed(pin)
        with self.__file as db:
            rows = db.execute("SELECT id, name, pin FROM judges WHERE typeof(name) = 'text' AND typeof(pin) = 'text'")
            judges = [number for number, *kept in rows
                      if all([hmac.compare_digest(a, b) for a, b in zip(kept, pair)])]
        if len(judges) != 1:
            raise Refusal("wrong")
        self.__judge, = judges
        return "+HELLO " + name

    def _logged_in(self):
        if self.__judge is None:
            raise Refusal("nobody is logged in")
        return self.__judge

    def _0_MINE(self):
        judge = self._logged_in()
        with self.__file as db:
            rows = [row[1:] for row in db.execute("SELECT judge, pumpkin, points FROM marks") if row[0] == judge]
        rows = [(shown(label), shown(points)) for label, points in rows]
        rows.sort(key=operator.itemgetter(0))
        return "+" + " ".join(map("=".join, rows))

    def _1_NEWPIN(self, pin):
        change = typed(pin).decode(), self._logged_in()
        with self.__file as db:
            if db.execute("UPDATE judges SET pin = ? WHERE id = ?", change).rowcount != 1:
                raise Refusal("gone")
        return "+OK"

    def _0_BYE(self):
        self.__judge = None
        return "+BYE"
