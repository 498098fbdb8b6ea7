import secrets
import sqlite3

from werkzeug.security import check_password_hash, generate_password_hash


def prepare(db_path):
    conn = sqlite3.connect(db_path)
    conn.execute("CREATE TABLE IF NOT EXISTS staff (name TEXT PRIMARY KEY, password TEXT)")
    password = None
    if conn.execute("SELECT COUNT(*) FROM staff").fetchone()[0] == 0:
        password = secrets.token_urlsafe(8)
        conn.execute("INSERT INTO staff VALUES (?, ?)",
                     ("chief", generate_password_hash(password)))
    conn.commit()
    conn.close()
    return password


def sign_in(db_path, name, password):
    conn = sqlite3.connect(db_path)
    row = conn.execute("SELECT password FROM staff WHERE name = ?", (name,)).fetchone()
    conn.close()
    return row is not None and check_password_hash(row[0], password)


def change_password(db_path, name, old, new):
    if not sign_in(db_path, name, old):
        return False
    conn = sqlite3.connect(db_path)
    conn.execute("UPDATE staff SET password = ? WHERE name = ?",
                 (generate_password_hash(new), name))
    conn.commit()
    conn.close()
    return True
