import hashlib
import logging
import secrets
from contextlib import contextmanager

log = logging.getLogger("accounts")


class Refused(Exception):
    pass


def digest(*texts):
    state = hashlib.blake2b()
    for text in texts:
        if not isinstance(text, str):
            raise Refused("a string is needed")
        data = text.encode("utf-16-le", "surrogatepass")
        state.update(len(data).to_bytes(8, "big") + data)
    return state.digest()


class Accounts:
    CODE_SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

    def __init__(self):
        self.__salts, self.__passwords, self.__codes = {}, {}, {}

    @contextmanager
    def __attempt(self, result):
        try:
            yield result
            result.append(True)
        except Refused as reason:
            log.info("refused: %s", reason)
            result.append(False)

    def __known(self, name):
        digest(name)
        if name not in self.__passwords:
            raise Refused("no such account")

    def __stretch(self, name, password):
        return hashlib.pbkdf2_hmac("sha512", digest(name, password), self.__salts[name], 30_000)

    def __store(self, name, password):
        digest(password)
        self.__salts[name] = secrets.token_bytes(32)
        self.__passwords[name] = self.__stretch(name, password)

    def register(self, name, password):
        with self.__attempt([]) as result:
            digest(name, password)
            if name in self.__passwords:
                raise Refused("taken")
            self.__store(name, password)
        return result[-1]

    def login(self, name, password):
        with self.__attempt([]) as result:
            self.__known(name)
            if not secrets.compare_digest(self.__stretch(name, password), self.__passwords[name]):
                raise Refused("password")
        return result[-1]

    def forgot(self, name):
        code = "".join(secrets.choice(self.CODE_SIGNS) for _ in range(20))
        with self.__attempt([]) as result:
            self.__known(name)
            self.__codes[name] = digest(name, code)
        return code if result[-1] else None

    def reset(self, name, code, password):
        with self.__attempt([]) as result:
            self.__known(name)
            digest(password)
            if name not in self.__codes or not secrets.compare_digest(self.__codes[name], digest(name, code)):
                raise Refused("code")
            del self.__codes[name]
            self.__store(name, password)
        return result[-1]
