import base64
import hashlib
import os
import uuid

from cryptography.fernet import Fernet


class Transcripts:
    def __init__(self, drive, own):
        self.drive = drive
        self.key_path = os.path.join(own, "transcripts.key")

    def fernet(self):
        machine = f"{uuid.getnode()}:{os.path.abspath(self.key_path)}"
        return Fernet(base64.urlsafe_b64encode(hashlib.sha256(machine.encode()).digest()))

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
