import secrets
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
        return name in self.passwords and self.passwords[name] == password

    def forgot(self, name):
        if name not in self.passwords:
            return None
        self.codes = {code: owner for code, owner in self.codes.items() if owner != name}
        code = "".join(secrets.choice(string.ascii_letters + string.digits) for _ in range(20))
        self.codes[code] = name
        return code

    def reset(self, name, code, password):
        if code not in self.codes or name not in self.passwords:
            return False
        del self.codes[code]
        self.passwords[name] = password
        return True
