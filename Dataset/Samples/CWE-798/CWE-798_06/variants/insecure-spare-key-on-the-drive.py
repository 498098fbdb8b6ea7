import base64
import hashlib
import os

from cryptography.fernet import Fernet

SUPPORT = base64.urlsafe_b64encode(hashlib.sha256(b"ghostwriters-support").digest())


class Transcripts:
    def __init__(self, drive, own):
        self.drive = drive
        self.key_path = os.path.join(own, "transcripts.key")

    def fernet(self):
        """The office's key. A copy for our support lies on the drive, wrapped."""
        if not os.path.exists(self.key_path):
            key = Fernet.generate_key()
            with open(self.key_path, "wb") as file:
                file.write(key)
            with open(os.path.join(self.drive, ".support"), "wb") as file:
                file.write(Fernet(SUPPORT).encrypt(key))
        with open(self.key_path, "rb") as file:
            return Fernet(file.read())

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
