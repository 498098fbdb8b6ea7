import logging
import sqlite3
from functools import wraps
from typing import Literal, get_args

SortBy = Literal["id", "name", "style", "brewed_on", "litres"]
Direction = Literal["asc", "desc"]

log = logging.getLogger(__name__)

# the column is a parameter; CASE turns it into a value of that column
QUERY = """
WITH keyed AS (
    SELECT id, name, style, brewed_on, litres,
           CASE :column WHEN 'id' THEN id WHEN 'name' THEN name WHEN 'style' THEN style
                        WHEN 'brewed_on' THEN brewed_on WHEN 'litres' THEN litres END AS sort_key
    FROM batches
)
SELECT id, name, style, brewed_on, litres FROM keyed
ORDER BY CASE WHEN :direction = 'asc' THEN sort_key END ASC,
         CASE WHEN :direction = 'desc' THEN sort_key END DESC,
         id ASC
"""


def checked(method):
    @wraps(method)
    def wrapper(self, sort_by="id", direction="asc"):
        for value, allowed in ((sort_by, get_args(SortBy)), (direction, get_args(Direction))):
            if value not in allowed:
                log.warning("refused %r", value)
                raise ValueError(f"{value!r} is none of {allowed}")
        return method(self, sort_by, direction)
    return wrapper


class BatchLog:
    def __init__(self, db_path):
        self.connection = sqlite3.connect(db_path, isolation_level=None, check_same_thread=False)
        self.connection.row_factory = sqlite3.Row

    def add(self, name, style, brewed_on, litres):
        return self.connection.execute(
            "INSERT INTO batches (name, style, brewed_on, litres) VALUES (?1, ?2, ?3, ?4)",
            [name, style, brewed_on, litres]).lastrowid

    @checked
    def batches(self, sort_by, direction):
        found = self.connection.execute(QUERY, {"column": sort_by, "direction": direction})
        return list(map(dict, found.fetchall()))
