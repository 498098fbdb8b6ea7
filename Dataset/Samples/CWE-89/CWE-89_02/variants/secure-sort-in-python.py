import sqlite3
from contextlib import closing
from operator import itemgetter
from typing import Any, Dict, List


class BatchLog:
    """The brewery's log of batches."""

    def __init__(self, db_path: str) -> None:
        self.db_path = db_path

    def _connect(self) -> sqlite3.Connection:
        return sqlite3.connect(self.db_path)

    def add(self, name: str, style: str, brewed_on: str, litres: int) -> int:
        with closing(self._connect()) as connection, connection:
            return connection.execute(
                "INSERT INTO batches VALUES (NULL, ?, ?, ?, ?)", (name, style, brewed_on, litres)
            ).lastrowid

    def batches(self, sort_by: str = "id", direction: str = "asc") -> List[Dict[str, Any]]:
        keys = ["id", "name", "style", "brewed_on", "litres"]
        with closing(self._connect()) as connection:
            rows = connection.execute(f"SELECT {', '.join(keys)} FROM batches ORDER BY id")
            found = [dict(zip(keys, row)) for row in rows]
        return sorted(found, key=itemgetter(sort_by), reverse=direction == "desc")


if __name__ == "__main__":
    log = BatchLog("brewery.db")
    print(log.batches("name", "desc"))
