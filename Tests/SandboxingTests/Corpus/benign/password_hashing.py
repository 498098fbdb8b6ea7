# Strong password hashing, with the settings that libraries and guides recommend, several times in one check.
# packages: Werkzeug
import hashlib
import os
from concurrent.futures import ThreadPoolExecutor

from werkzeug.security import check_password_hash, generate_password_hash


def answer(question):
    methods = ("scrypt", "pbkdf2:sha256:600000")
    hashed = [generate_password_hash("plum", method) for method in methods]
    salt = os.urandom(16)
    with ThreadPoolExecutor(2) as pool:
        made = list(
            pool.map(lambda n: len(hashlib.scrypt(b"plum", salt=salt, n=n, r=8, p=1, maxmem=1 << 28)), [1 << 17] * 2)
        )
    return [check_password_hash(one, "plum") and not check_password_hash(one, "pear") for one in hashed] + made


# --- check
from harness import solution


def test_answer():
    assert solution.answer("") == [True, True, 64, 64]
