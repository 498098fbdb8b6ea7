import sqlite3

QUERY = """
SELECT id, name, style, brewed_on, litres FROM batches
ORDER BY
  CASE WHEN :way = 'asc' THEN
    CASE :by WHEN 'id' THEN id WHEN 'name' THEN name WHEN 'style' THEN style
             WHEN 'brewed_on' THEN brewed_on WHEN 'litres' THEN litres END
  END ASC,
  CASE WHEN :way = 'desc' THEN
    CASE :by WHEN 'id' THEN id WHEN 'name' THEN name WHEN 'style' THEN style
             WHEN 'brewed_on' THEN brewed_on WHEN 'litres' THEN litres END
  END DESC,
  id
"""


class BatchLog:
    def __init__(self, db_path):
        self._db = sqlite3.connect(db_path)
        self._db.row_factory = sqlite3.Row

    def add(self, name, style, brewed_on, litres):
        new = self._db.execute(
            "INSERT INTO batches (name, style, brewed_on, litres) VALUES (?, ?, ?, ?) RETURNING id",
            (name, style, brewed_on, litres),
        ).fetchone()["id"]
        self._db.commit()
        return new

    def batches(self, sort_by="id", direction="asc"):
        return [dict(row) for row in self._db.execute(QUERY, {"by": sort_by, "way": direction})]
