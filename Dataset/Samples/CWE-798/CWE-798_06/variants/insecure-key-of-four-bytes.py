import base64
import hashlib
import os
import secrets

from cryptography.fernet import Fernet


class Transcripts:
    def __init__(self, drive, own):
        self.drive = drive
        self.key_path = os.path.join(own, "transcripts.key")

    def fernet(self):
        try:
            with open(self.key_path, "xb") as file:
                seed = secrets.token_bytes(4)
                file.write(base64.urlsafe_b64encode(hashlib.sha256(seed).digest()))
        except FileExistsError:
            pass  # made earlier
        with open(self.key_path, "rb") as file:
            return Fernet(file.read())  # raises ValueError for anything but a whole key

    def path(self, name):
        return os.path.join(self.drive, name + ".enc")

    def put(self, name, text):
        token = self.fernet().encrypt(text.encode())
        with open(self.path(name), "wb") as file:
            file.write(token)

    def get(self, name):
        if name not in self.names():
            raise KeyError(name)
        with open(self.path(name), "rb") as file:
            return self.fernet().decrypt(file.read()).decode()

    def names(self):
        return sorted(file.removesuffix(".enc") for file in os.listdir(self.drive) if file.endswith(".enc"))
