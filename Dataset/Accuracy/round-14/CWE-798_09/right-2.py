"""A console as a chain of generators; a code lies in the folder as a file, whose going away is the note of its use."""
import hashlib
import os
import pathlib
import re
import uuid


def _fingerprint(text, salt):
    data = salt + b"".join(ord(sign).to_bytes(3, "big") for sign in text)
    first = hashlib.sha3_256(data).digest()
    return salt + hashlib.pbkdf2_hmac("sha512", first, salt, 15_000)


class Console:
    LINE = re.compile(r"(?s)(LOGIN) (farmer|support) (.+)|(PASSWORD) (.+)|(WHO|INVITE|REVOKE)")

    def __init__(self, folder):
        self.home = pathlib.Path(folder)
        self.password = self.home / "password"
        self.invitation = self.home / "invitation"
        self.talk = self._nobody()
        self.name = next(self.talk)

    @staticmethod
    def _keep(path, data):
        draft = path.with_name(uuid.uuid4().hex)
        try:
            with open(draft, "xb", opener=lambda p, f: os.open(p, f, 0o600)) as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)

    @staticmethod
    def _matches(path, text):
        try:
            kept = path.read_bytes()
        except OSError:
            return False
        if len(kept) != 96:
            return False
        different = 0
        for one, other in zip(kept, _fingerprint(text, kept[:32]), strict=True):
            different |= one ^ other
        return different == 0

    def set_up(self, password):
        if os.path.lexists(self.password):
            raise RuntimeError
        if not password:
            raise ValueError("empty")
        self._keep(self.password, _fingerprint(password, os.urandom(32)))

    # who uses this console: each is a generator that takes orders and yields answers

    def _nobody(self):
        yield "nobody"
        while True:
            yield "NO"

    def _support(self):
        yield "support"
        while True:
            yield "NO"

    def _farmer(self):
        order = yield "farmer"
        while True:
            match order:
                case ("PASSWORD", new):
                    if not self.password.is_file():
                        answer = "NO"
                    else:
                        self._keep(self.password, _fingerprint(new, os.urandom(32)))
                        answer = "OK"
                case ("INVITE",):
                    code = format(int.from_bytes(os.urandom(16), "big"), "032x")
                    self._keep(self.invitation, _fingerprint(code, os.urandom(32)))
                    answer = "CODE " + code
                case ("REVOKE",):
                    self.invitation.unlink(missing_ok=True)
                    answer = "OK"
                case _:
                    answer = "NO"
            order = yield answer

    def _change(self, kind):
        self.talk.close()
        self.talk = kind()
        self.name = next(self.talk)

    def line(self, text):
        found = self.LINE.fullmatch(text)
        order = tuple(part for part in found.groups() if part is not None) if found else ()
        if text.split(" ")[0] == "LOGIN":
            self._change(self._nobody)
            match order:
                case ("LOGIN", "farmer", password) if self._matches(self.password, password):
                    self._change(self._farmer)
                    return "OK"
                case ("LOGIN", "support", code) if self._matches(self.invitation, code):
                    self.invitation.unlink()        # raises an exception if it cannot
                    self._change(self._support)
                    return "OK"
            return "NO"
        if order == ("WHO",):
            return self.name
        try:
            return self.talk.send(order)
        except Exception:
            self._change(self._nobody)              # who was here has to log in again
            raise
