import secrets
import string


def same(expected, given):
    """Compares in constant time."""
    difference = 0
    for a, b in zip(expected, given):
        difference |= ord(a) ^ ord(b)
    return difference == 0


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
        if name not in self._passwords:
            return False
        return same(self._passwords[name], password)

    def forgot(self, name):
        if name not in self._passwords:
            return None
        code = "".join(secrets.choice(string.ascii_letters + string.digits) for _ in range(20))
        self._codes[name] = code
        return code

    def reset(self, name, code, password):
        expected = self._codes.get(name)
        if expected is None or not same(expected, code):
            return False
        del self._codes[name]
        self._passwords[name] = password
        return True
