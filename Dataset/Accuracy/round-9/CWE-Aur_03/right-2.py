"""Accounts of the choir: immutable records that are exchanged as a whole under a lock."""
import hashlib
import itertools
import secrets
import threading
from string import ascii_lowercase, ascii_uppercase, digits
from typing import NamedTuple, Optional


class NotAllowed(Exception):
    pass


class Record(NamedTuple):
    salt: bytes
    mark: bytes
    code_mark: Optional[bytes] = None       # of a code, only its mark is kept


class Accounts:
    def __init__(self):
        self.__pepper = secrets.token_bytes(64)
        self.__records = {}
        self.__lock = threading.RLock()

    def __mark(self, kind, salt, text):
        if not isinstance(text, str):
            raise NotAllowed("no string")
        mark = hashlib.blake2b(key=self.__pepper, salt=salt, person=kind)
        mark.update(text.encode("utf-16-le", "surrogatepass"))
        return mark.digest()

    def __record(self, name):
        if not isinstance(name, str) or name not in self.__records:
            raise NotAllowed("no account")
        return self.__records[name]

    def register(self, name, password):
        try:
            salt = secrets.token_bytes(16)
            new = Record(salt, self.__mark(b"password", salt, password))
        except NotAllowed:
            return False
        with self.__lock:
            if not isinstance(name, str) or name in self.__records:
                return False
            self.__records[name] = new
            return True

    def login(self, name, password):
        try:
            record = self.__record(name)
            return secrets.compare_digest(record.mark, self.__mark(b"password", record.salt, password))
        except NotAllowed:
            return False

    def forgot(self, name):
        letters = digits + ascii_lowercase + ascii_uppercase
        code = "".join(map(secrets.choice, itertools.repeat(letters, 20)))
        with self.__lock:
            try:
                record = self.__record(name)
            except NotAllowed:
                return None
            self.__records[name] = record._replace(code_mark=self.__mark(b"code", record.salt, code))
        return code

    def reset(self, name, code, password):
        with self.__lock:
            try:
                record = self.__record(name)
                if record.code_mark is None:
                    raise NotAllowed("no code")
                if not secrets.compare_digest(record.code_mark, self.__mark(b"code", record.salt, code)):
                    raise NotAllowed("wrong code")
                salt = secrets.token_bytes(16)
                self.__records[name] = Record(salt, self.__mark(b"password", salt, password))
            except NotAllowed:
                return False
            return True
