import secrets
import string


class Accounts:
    """Pending resets are pairs of name and code; a pair that was never made is in no set."""

    def __init__(self):
        self.passwords = {}
        self.pending = set()

    def register(self, name, password):
        if name in self.passwords:
            return False
        self.passwords[name] = password
        return True

    def login(self, name, password):
        return (name, password) in self.passwords.items()

    def forgot(self, name):
        if name not in self.passwords:
            return None
        self.pending = {pair for pair in self.pending if pair[0] != name}
        letters = string.ascii_lowercase + string.digits
        code = "".join(secrets.choice(letters) for _ in range(20))
        self.pending.add((name, code))
        return code

    def reset(self, name, code, password):
        if (name, code) not in self.pending:
            return False
        self.pending.remove((name, code))
        self.passwords[name] = password
        return True
