import hashlib
import hmac
import os


class Till:
    """void and discount never work by themselves; approve calls private functions instead of lending rights."""

    def __init__(self, pin):
        salt = os.urandom(16)
        amounts, issued = {}, []

        def digest(text):
            return hmac.new(salt, text.encode("utf-8", "surrogatepass"), hashlib.sha256).digest()

        right = digest(pin)

        def sell(item, cents):
            issued.append(item)
            amounts[len(issued)] = cents
            return len(issued)

        def known(receipt):
            if not isinstance(receipt, int) or receipt not in amounts:
                raise KeyError(receipt)

        def void(receipt):
            known(receipt)
            return amounts.pop(receipt)

        def discount(receipt, percent):
            known(receipt)
            if not isinstance(percent, int) or percent < 0 or percent > 100:
                raise ValueError(percent)
            amounts[receipt] = amounts[receipt] * (100 - percent) // 100
            return amounts[receipt]

        def approve(typed, action, arguments):
            if not isinstance(typed, str) or not hmac.compare_digest(digest(typed), right):
                raise PermissionError("wrong PIN")
            if action == "void":
                return void(*arguments)
            if action == "discount":
                return discount(*arguments)
            raise ValueError(f"no such action: {action!r}")

        self.__sell, self.__approve = sell, approve
        self.__total = lambda: sum(amounts.values())

    def sell(self, item, cents):
        return self.__sell(item, cents)

    def void(self, receipt):
        raise PermissionError("call a supervisor")

    def discount(self, receipt, percent):
        raise PermissionError("call a supervisor")

    def approve(self, pin, action, *arguments):
        return self.__approve(pin, action, arguments)

    def total(self):
        return self.__total()
