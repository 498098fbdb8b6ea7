import random
import string


class Accounts:
    def __init__(self):
        self._passwords = {}
        self._codes = {}

    def register(self, name, password):
        if name in self._passwords:
            return False
        self._passwords[name] = password
        return True

    def login(self, name, password):
        return name in self._passwords and self._passwords[name] == password

    def forgot(self, name):
        if name not in self._passwords:
            return None
        code = "".join(random.choices(string.ascii_letters + string.digits, k=20))
        self._codes[name] = code
        return code

    def reset(self, name, code, password):
        if name not in self._passwords or self._codes.get(name) != code:
            return False
        self._passwords[name] = password
        self._codes.pop(name, None)
        return True
