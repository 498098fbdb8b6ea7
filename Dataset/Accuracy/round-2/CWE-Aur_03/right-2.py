import secrets
import string
import threading
from hashlib import blake2b


class Denied(Exception):
    pass


def text(*values):
    for value in values:
        if not isinstance(value, str):
            raise Denied("not a string")
    return values


class Accounts:
    def __init__(self):
        self.__lock = threading.RLock()
        self.__pepper = secrets.token_bytes(32)
        self.__seals = {}
        self.__codes = {}

    def __seal(self, name, purpose, value):
        mac = blake2b(key=self.__pepper, person=purpose)
        for part in (name, value):
            data = part.encode("utf-8", "surrogatepass")
            mac.update(len(data).to_bytes(8, "big") + data)
        return mac.digest()

    def __attempt(self, action, *values):
        with self.__lock:
            try:
                action(*text(*values))
            except Denied:
                return False
            return True

    def __must_match(self, book, name, purpose, value):
        if name not in book or not secrets.compare_digest(book[name], self.__seal(name, purpose, value)):
            raise Denied(name)

    def register(self, name, password):
        def action(name, password):
            if name in self.__seals:
                raise Denied("taken")
            self.__seals[name] = self.__seal(name, b"password", password)
        return self.__attempt(action, name, password)

    def login(self, name, password):
        def action(name, password):
            self.__must_match(self.__seals, name, b"password", password)
        return self.__attempt(action, name, password)

    def forgot(self, name):
        fresh = "".join(map(secrets.choice, [string.ascii_letters + string.digits] * 20))

        def action(name):
            if name not in self.__seals:
                raise Denied("unknown")
            self.__codes[name] = self.__seal(name, b"code", fresh)
        return fresh if self.__attempt(action, name) else None

    def reset(self, name, code, password):
        def action(name, code, password):
            self.__must_match(self.__codes, name, b"code", code)
            del self.__codes[name]
            self.__seals[name] = self.__seal(name, b"password", password)
        return self.__attempt(action, name, code, password)
