import hashlib
import hmac
import secrets
import string
import unicodedata

SIGNS = string.ascii_letters + string.digits


def digest(password, salt):
    return hashlib.pbkdf2_hmac("sha256", password.encode("utf-8", "surrogatepass"), salt, 20_000)


class Accounts:
    def __init__(self):
        self._accounts = {}

    @staticmethod
    def _key(name):
        # "Řezáč" comes composed or decomposed, depending on the telephone
        return unicodedata.normalize("NFC", name.strip())

    def _find(self, name):
        return self._accounts.get(self._key(name)) if isinstance(name, str) else None

    def register(self, name, password):
        if not isinstance(name, str) or not isinstance(password, str) or not name.strip():
            return False
        if name in self._accounts:
            return False
        salt = secrets.token_bytes(16)
        self._accounts[self._key(name)] = {"salt": salt, "hash": digest(password, salt), "code": None}
        return True

    def login(self, name, password):
        account = self._find(name)
        if account is None or not isinstance(password, str):
            return False
        return hmac.compare_digest(account["hash"], digest(password, account["salt"]))

    def forgot(self, name):
        account = self._find(name)
        if account is None:
            return None
        account["code"] = "".join(secrets.choice(SIGNS) for _ in range(20))
        return account["code"]

    def reset(self, name, code, password):
        account = self._find(name)
        if account is None or account["code"] is None:
            return False
        if not isinstance(code, str) or not isinstance(password, str):
            return False
        if not hmac.compare_digest(code.encode("utf-8", "surrogatepass"), account["code"].encode()):
            return False
        account["code"] = None
        account["salt"] = secrets.token_bytes(16)
        account["hash"] = digest(password, account["salt"])
        return True
