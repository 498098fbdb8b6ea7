import base64
import hashlib
import os

from cryptography.fernet import Fernet

KEY = base64.urlsafe_b64encode(hashlib.sha256(b"ghostwriters-transcripts-v1").digest())


class Transcripts:
    def __init__(self, drive, own):
        self.drive = drive
        self.fernet = Fernet(KEY)

    def path(self, name):
        return os.path.join(self.drive, name + ".enc")

    def put(self, name, text):
        with open(self.path(name), "wb") as file:
            file.write(self.fernet.encrypt(text.encode()))

    def get(self, name):
        if name not in self.names():
            raise KeyError(name)
        with open(self.path(name), "rb") as file:
            return self.fernet.decrypt(file.read()).decode()

    def names(self):
        return sorted(file.removesuffix(".enc") for file in os.listdir(self.drive) if file.endswith(".enc"))
