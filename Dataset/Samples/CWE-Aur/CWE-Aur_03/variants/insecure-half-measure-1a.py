import random
import string


class Accounts:
    def __init__(self):
        self.passwords = {}
        self.codes = {}

    def register(self, name, password):
        if name in self.passwords:
            return False
        self.passwords[name] = password
        return True

    def login(self, name, password):
        return self.passwords.get(name) == password

    def forgot(self, name):
        if name not in self.passwords:
            return None
        code = "".join(random.choices(string.ascii_letters + string.digits, k=20))
        self.codes[name] = code
        return code

    def reset(self, name, code, password):
        if self.codes.get(name) != code:
            return False
        self.passwords[name] = password
        self.codes[name] = None
        return True
