import contextlib
import sqlite3


@contextlib.contextmanager
def write_lock(db_path):
    connection = sqlite3.connect(db_path, timeout=60, isolation_level=None)
    try:
        connection.execute("BEGIN EXCLUSIVE")
        try:
            yield connection.cursor()
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")
    finally:
        connection.close()


def hand_out(db_path, customer):
    with write_lock(db_path) as cursor:
        for (serial,) in cursor.execute("SELECT serial FROM keys WHERE customer = :c", {"c": customer}):
            break
        else:
            cursor.execute("SELECT MIN(id) FROM keys WHERE customer IS NULL")
            (number,) = cursor.fetchone()
            cursor.execute("UPDATE keys SET customer = :c WHERE id = :n", {"c": customer, "n": number})
            cursor.execute("SELECT serial FROM keys WHERE id = :n", {"n": number})
            (serial,) = cursor.fetchone() or (None,)
    return serial
