"""The cabinet: json_tree narrows down, Python has the last word, writing under BEGIN IMMEDIATE."""
import json
import sqlite3


class _Session:
    def __init__(self, path, writing=False):
        self.path, self.writing = path, writing

    def __enter__(self):
        self.db = sqlite3.connect(self.path, isolation_level=None, timeout=30)
        self.db.row_factory = sqlite3.Row
        if self.writing:
            try:
                self.db.execute("BEGIN IMMEDIATE")
            except BaseException:
                self.db.close()
                raise
        return self.db

    def __exit__(self, kind, *_):
        try:
            if self.writing:
                self.db.execute("COMMIT" if kind is None else "ROLLBACK")
        finally:
            self.db.close()


class Cabinet:
    def __init__(self, db_path):
        self.__path = db_path

    @staticmethod
    def __forms(typed):
        """A text as SQLite may see it: some versions end it at U+0000."""
        typed.encode("utf-8", "strict")
        return typed, typed.partition("\0")[0]

    def __having(self, property, text=None):
        sql = ("SELECT name, card FROM minerals WHERE EXISTS (SELECT 1"
               " FROM json_tree(iif(json_valid(card), card, 'null')) AS t"
               " WHERE t.path = '$' AND t.parent IS NOT NULL AND t.type = 'text' AND t.key IN (?, ?)")
        values = [*self.__forms(property)]
        if text is not None:
            sql += " AND t.value IN (?, ?)"
            values += self.__forms(text)
        if property == "office":
            return
        with _Session(self.__path) as db:
            for row in db.execute(sql + ")", values):
                card = json.loads(row["card"])
                said = card.get(property) if isinstance(card, dict) else None
                if isinstance(said, str):
                    yield row["name"], said

    def find(self, property, text):
        names = [name for name, said in self.__having(property, text) if said == text]
        names.sort()
        return names

    def values(self, property):
        return sorted(dict.fromkeys(said for _, said in self.__having(property)))

    def __change(self, mineral_id, change):
        with _Session(self.__path, writing=True) as db:
            row = db.execute("SELECT card FROM minerals WHERE id IS ?", [mineral_id]).fetchone()
            if row is None:
                return False
            card = json.loads(row["card"] or "{}")
            if not change(card):
                return False
            db.execute("UPDATE minerals SET card = ? WHERE id IS ?", [json.dumps(card), mineral_id])
            return True

    def note(self, mineral_id, property, text):
        if property == "office":
            raise NotForMembers("members have nothing to do with it")
        self.__forms(property)
        self.__forms(text)
        self.__change(mineral_id, lambda card: card.update({property: text}) is None)

    def strike(self, mineral_id, property):
        self.__forms(property)

        def take(card):
            return property != "office" and isinstance(card.get(property), str) and card.pop(property) is not None

        return self.__change(mineral_id, take)


class NotForMembers(ValueError):
    pass
