import hmac
import random
import string
from dataclasses import dataclass
from typing import Dict, Optional


@dataclass
class Account:
    password: str
    code: Optional[str] = None


class Accounts:
    def __init__(self) -> None:
        self._accounts: Dict[str, Account] = {}
        self._random = random.SystemRandom()

    def register(self, name: str, password: str) -> bool:
        if not isinstance(name, str) or not isinstance(password, str):
            raise TypeError("name and password must be strings")
        if name in self._accounts:
            return False
        self._accounts[name] = Account(password)
        return True

    def login(self, name: str, password: str) -> bool:
        account = self._accounts.get(name)
        return account is not None and password == account.password

    def forgot(self, name: str) -> Optional[str]:
        account = self._accounts.get(name)
        if account is None:
            return None
        account.code = "".join(self._random.choices(string.ascii_uppercase + string.digits, k=20))
        return account.code

    def reset(self, name: str, code: str, password: str) -> bool:
        account = self._accounts.get(name)
        if account is None or not account.code:
            return False
        if not hmac.compare_digest(account.code.encode(), str(code).encode()):
            return False
        account.password, account.code = password, None
        return True


if __name__ == "__main__":
    accounts = Accounts()
    print(accounts.register("ada", "x"), accounts.login("ada", "x"))
