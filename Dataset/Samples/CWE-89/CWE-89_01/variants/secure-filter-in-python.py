import sqlite3


class LostPropertyDesk:
    def __init__(self, db_path):
        self.db_path = db_path

    def unclaimed(self):
        connection = sqlite3.connect(self.db_path)
        try:
            cursor = connection.cursor()
            cursor.execute("SELECT id, station, category, description FROM items WHERE claimed = 0 ORDER BY id")
            return cursor.fetchall()
        finally:
            connection.close()


def find_items(db_path, station, category=None):
    found = []
    for item_id, where, kind, description in LostPropertyDesk(db_path).unclaimed():
        if where != station:
            continue
        if category is not None and kind != category:
            continue
        found.append((item_id, description))
    print(f"{len(found)} item(s) found at {station}")
    return found
