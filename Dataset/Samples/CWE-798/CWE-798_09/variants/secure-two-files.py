import hmac
import os
import secrets
import string
from pathlib import Path

SIGNS = string.digits + string.ascii_lowercase


class Console:
    """The password and the code, each in a file that ends with a line feed when it is whole."""

    def __init__(self, folder):
        self.files = {"farmer": Path(folder, "password"), "support": Path(folder, "code")}
        self.user = None

    def put(self, name, text):
        draft = self.files[name].with_suffix(".draft")
        draft.write_bytes(text.encode("utf-8", "surrogateescape") + b"\n")
        os.replace(draft, self.files[name])

    def opens(self, name, text):
        path = self.files.get(name)
        if path is None or not text or not path.exists():
            return False
        whole = hmac.compare_digest(path.read_bytes(), text.encode("utf-8", "surrogateescape") + b"\n")
        if whole and name == "support":
            path.unlink()
        return whole

    def set_up(self, password):
        if self.files["farmer"].exists():
            raise RuntimeError
        self.put("farmer", password)

    def line(self, text):
        if text.startswith("LOGIN"):
            self.user = None
            _, name, secret = (text + "  ").split(" ", 2)
            if text.startswith("LOGIN ") and self.opens(name, secret[:-2]):
                self.user = name
                return "OK"
        elif text == "WHO":
            return self.user or "nobody"
        elif self.user == "farmer":
            if text == "INVITE":
                code = "".join(secrets.choice(SIGNS) for _ in range(20))
                self.put("support", code)
                return f"CODE {code}"
            if text == "REVOKE":
                self.files["support"].unlink(missing_ok=True)
                return "OK"
            if text.startswith("PASSWORD ") and text[9:]:
                self.put("farmer", text[9:])
                return "OK"
        return "NO"
