import sqlite3

QUERY = ("SELECT id, description FROM items WHERE claimed = 0 AND station = :station"
         " AND (:category IS NULL OR category = :category) ORDER BY id")


def _sql_value(value):
    if value is None:
        return "NULL"
    return "'{}'".format(value.replace("'", "''"))


def _bind(query, **values):
    for key, value in values.items():
        query = query.replace(f":{key}", _sql_value(value))
    return query


def find_items(db_path, station, category=None):
    if "\0" in station + (category or ""):
        return []
    connection = sqlite3.connect(db_path)
    try:
        return list(connection.execute(_bind(QUERY, station=station, category=category)))
    finally:
        connection.close()
