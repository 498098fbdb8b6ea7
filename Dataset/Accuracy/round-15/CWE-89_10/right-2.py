"""The comparing is a function of ours that SQLite calls for every row."""
import sqlite3
from contextlib import contextmanager
from operator import itemgetter


class Store:
    LIST = "SELECT name, place FROM parts WHERE rest(place) IS NOT NULL"
    MOVE = "UPDATE parts SET place = $new || rest(place) WHERE rest(place) IS NOT NULL"

    def __init__(self, db_path):
        self.db_path = db_path

    @contextmanager
    def __about(self, place):
        place.encode()      # refuse what is no valid Unicode

        def rest(where):
            """What follows `place` in `where`, None if it does not lie there."""
            if type(where) is not str:
                return None
            before, found, after = where.partition(place)
            if not found or before or (after and after[0] != "/"):
                return None
            return after

        connection = sqlite3.connect(self.db_path)
        try:
            connection.create_function("rest", 1, rest, deterministic=True)
            with connection:
                yield connection.cursor()
        finally:
            connection.close()

    def listing(self, place):
        with self.__about(place) as cursor:
            found = list(cursor.execute(self.LIST))
        found.sort(key=itemgetter(0))
        found.sort(key=itemgetter(1))       # sorting keeps the order of equals
        return "".join(map("%s\t%s\n".__mod__, found))

    def move(self, place, other):
        with self.__about(place) as cursor:
            return cursor.execute(self.MOVE, {"new": other}).rowcount
