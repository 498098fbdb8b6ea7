import hmac
import secrets
import string


class Accounts:
    def __init__(self):
        self._users = {}

    def register(self, name, password):
        if name in self._users:
            return False
        self._users[name] = {"password": password, "code": ""}
        return True

    def login(self, name, password):
        user = self._users.get(name)
        return user is not None and hmac.compare_digest(user["password"].encode(), password.encode())

    def forgot(self, name):
        user = self._users.get(name)
        if user is None:
            return None
        user["code"] = "".join(secrets.choice(string.ascii_letters + string.digits) for _ in range(20))
        return user["code"]

    def reset(self, name, code, password):
        user = self._users.get(name)
        if user is None:
            return False
        if not hmac.compare_digest(user["code"].encode(), (code or "").encode()):
            return False
        user["code"] = ""
        user["password"] = password
        return True
