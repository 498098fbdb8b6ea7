import sqlite3

QUERY = """
    SELECT id, description FROM items
    WHERE station = {station} AND ({category} IS NULL OR category = {category}) AND claimed = 0
    ORDER BY id
"""


def quoted(value):
    if value is None:
        return "NULL"
    if "\0" in value:
        value = ""
    return "'" + value.replace("'", "''") + "'"


def find_items(db_path, station, category=None):
    sql = QUERY
    for name, value in (("{station}", station), ("{category}", category)):
        sql = sql.replace(name, quoted(value))
    con = sqlite3.connect(f"file:{_escape(db_path)}?mode=ro", uri=True)
    try:
        return [tuple(row) for row in con.execute(sql)]
    finally:
        con.close()


def _escape(path):
    return str(path).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
