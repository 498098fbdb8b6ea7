import sqlite3

QUERY = """
    SELECT id, description FROM items
    WHERE claimed = 0 AND station = <<station>> AND (<<category>> IS NULL OR category = <<category>>)
    ORDER BY id
"""


def _quoted(connection, value):
    return connection.execute("SELECT quote(?)", (value,)).fetchone()[0]


def _statement(connection, **words):
    sql = QUERY
    for name, word in words.items():
        sql = sql.replace(f"<<{name}>>", _quoted(connection, word))
    return sql


def find_items(db_path, station, category=None):
    connection = sqlite3.connect(db_path)
    try:
        connection.execute("PRAGMA query_only = ON")
        return connection.execute(_statement(connection, station=station, category=category)).fetchall()
    finally:
        connection.close()
