import hashlib
import os
import secrets


class WrongRequest(Exception):
    pass


def check_strings(*values):
    for value in values:
        if not isinstance(value, str) or value == "":
            raise WrongRequest("a text is missing")


class Accounts:
    def __init__(self):
        self.users = {}

    def register(self, name, password):
        check_strings(name, password)
        if name in self.users:
            return False
        salt = os.urandom(16)
        self.users[name] = {"salt": salt, "digest": self.digest(salt, password)}
        return True

    @staticmethod
    def digest(salt, password):
        return hashlib.blake2b(password.encode("utf-8"), key=salt).hexdigest()

    def login(self, name, password):
        user = self.users.get(name)
        if not user or not password:
            return False
        return user["digest"] == self.digest(user["salt"], password)

    def forgot(self, name):
        try:
            user = self.users[name]
        except KeyError:
            return None
        user["code"] = secrets.token_hex(10)
        return user["code"]

    def reset(self, name, code, password):
        check_strings(name, code, password)
        user = self.users.get(name)
        if not user or "code" not in user or user["code"] != code:
            return False
        del user["code"]
        user["digest"] = self.digest(user["salt"], password)
        return True
