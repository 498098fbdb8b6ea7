import hashlib
import os
import random
import string


class Accounts:
    def __init__(self):
        self.users = {}

    def _hash(self, password, salt):
        return hashlib.sha256(salt + password.encode()).hexdigest()

    def _set_password(self, user, password):
        user["salt"] = os.urandom(16)
        user["hash"] = self._hash(password, user["salt"])

    def register(self, name, password):
        if name in self.users:
            return False
        self.users[name] = {"code": None}
        self._set_password(self.users[name], password)
        return True

    def login(self, name, password):
        user = self.users.get(name)
        if user is None:
            return False
        return user["hash"] == self._hash(password, user["salt"])

    def forgot(self, name):
        user = self.users.get(name)
        if user is None:
            return None
        user["code"] = "".join(random.choices(string.ascii_letters + string.digits, k=20))
        return user["code"]

    def reset(self, name, code, password):
        user = self.users.get(name)
        if user is None or user["code"] != code:
            return False
        self._set_password(user, password)
        user["code"] = None
        return True
