"""Store: SQLite asks Python which places are meant, sign by sign."""
import sqlite3
from operator import itemgetter


class _Way:
    """A place as the labels on the way to it."""

    def __init__(self, place):
        self.labels = tuple(place.split("/"))

    def __contains__(self, other):
        return isinstance(other, str) and tuple(other.split("/"))[:len(self.labels)] == self.labels

    def led_to(self, target, place):
        return "/".join((target, *place.split("/")[len(self.labels):]))


class Store:
    def __init__(self, db_path):
        self.__path = db_path

    def __ask(self, statement, **functions):
        link = sqlite3.connect(self.__path, isolation_level="IMMEDIATE")
        try:
            for name, function in functions.items():
                link.create_function(name, 1, function)
            with link:
                cursor = link.execute(statement)
                return cursor.fetchall(), cursor.rowcount
        finally:
            link.close()

    def listing(self, place):
        way = _Way(place)
        rows, _ = self.__ask("SELECT place, name FROM parts WHERE meant(place)",
                             meant=lambda where: where in way)
        rows.sort(key=itemgetter(0, 1))
        return "".join(map("{0[1]}\t{0[0]}\n".format, rows))

    def move(self, place, other):
        way = _Way(place)
        _, count = self.__ask("UPDATE parts SET place = led(place) WHERE meant(place)",
                              meant=lambda where: where in way,
                              led=lambda where: way.led_to(other, where))
        return count
