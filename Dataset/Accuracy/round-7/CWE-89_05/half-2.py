import sqlite3
from contextlib import contextmanager


class Collections:
    """Names are put into statements by SQLite itself: %w of its printf
    doubles the quotes of an identifier."""

    def __init__(self, db_path):
        self.db_path = db_path

    @contextmanager
    def _open(self):
        db = sqlite3.connect(self.db_path)
        try:
            with db:
                yield db
        finally:
            db.close()

    def _statement(self, db, template, *names):
        tables = ["coll_" + name for name in names]
        (sql,) = db.execute("SELECT printf(?" + ", ?" * len(tables) + ")",
                            (template, *tables)).fetchone()
        return sql

    def create(self, name):
        with self._open() as db:
            db.execute(self._statement(db, 'CREATE TABLE "%w" (title TEXT, year INTEGER)', name))

    def add(self, name, title, year):
        with self._open() as db:
            sql = self._statement(db, 'INSERT INTO "%w" (title, year) VALUES (?, ?)', name)
            db.execute(sql, (title, year))

    def labels(self, name):
        with self._open() as db:
            sql = self._statement(db, 'SELECT title, year FROM "%w" ORDER BY year, title', name)
            return db.execute(sql).fetchall()

    def count(self):
        with self._open() as db:
            names = [row[0][5:] for row in db.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name GLOB 'coll_*'")]
            return {name: db.execute(
                self._statement(db, 'SELECT count(*) FROM "%w"', name)).fetchone()[0]
                for name in names}

    def rename(self, name, new_name):
        with self._open() as db:
            db.execute(self._statement(db, 'ALTER TABLE "%w" RENAME TO "%w"', name, new_name))

    def remove(self, name):
        with self._open() as db:
            db.execute(self._statement(db, 'DROP TABLE "%w"', name))
