import hmac
import re
import sqlite3

LINE = re.compile(r"(JUDGE|PIN|NEWPIN) (.+)|(MINE|BYE)", re.DOTALL)


class Refused(Exception):
    pass


class Handset:
    """A handset is in one of three states: (), ("named", name) and ("in", number)."""

    def __init__(self, db_path):
        self.db = sqlite3.connect(db_path, isolation_level=None, check_same_thread=False)
        self.state = ()

    def line(self, text):
        match = LINE.fullmatch(text)
        if match is None:
            self.state = () if self.state[:1] == ("named",) else self.state
            return "-NO"
        word = match[1] or match[3]
        before, self.state = self.state, ()
        try:
            return "+" + getattr(self, "do_" + word.lower())(before, match[2])
        except Refused:
            return "-NO"

    def judge(self, before):
        if before[:1] != ("in",):
            raise Refused
        self.state = before
        return before[1]

    def do_judge(self, before, name):
        self.state = ("named", name)
        return "PIN?"

    def do_pin(self, before, pin):
        if before[:1] != ("named",):
            self.state = before
            raise Refused
        row = self.db.execute("SELECT id, pin FROM judges WHERE name = :name", {"name": before[1]}).fetchone()
        if row is None or not hmac.compare_digest(row[1].encode(), pin.encode()):
            raise Refused
        self.state = ("in", row[0])
        return f"HELLO {before[1]}"

    def do_mine(self, before, _):
        rows = self.db.execute("SELECT pumpkin || '=' || points FROM marks WHERE judge = ? ORDER BY pumpkin", (self.judge(before),))
        return " ".join(mark for (mark,) in rows)

    def do_newpin(self, before, pin):
        self.db.execute("UPDATE judges SET pin = ? WHERE id = ?", (pin, self.judge(before)))
        return "OK"

    def do_bye(self, before, _):
        return "BYE"
