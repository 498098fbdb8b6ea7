import os
import secrets

from cryptography.hazmat.primitives.ciphers.aead import AESGCM


class Transcripts:
    def __init__(self, drive, own):
        self.drive = drive
        self.key_path = os.path.join(own, "transcripts.key")

    def cipher(self):
        if not os.path.exists(self.key_path):
            with open(self.key_path, "wb") as file:
                file.write(secrets.token_bytes(32))
        with open(self.key_path, "rb") as file:
            return AESGCM(file.read(32).ljust(32, b"\0"))

    def path(self, name):
        return os.path.join(self.drive, name + ".aes")

    def put(self, name, text):
        nonce = os.urandom(12)
        with open(self.path(name), "wb") as file:
            file.write(nonce + self.cipher().encrypt(nonce, text.encode(), name.encode()))

    def get(self, name):
        if name not in self.names():
            raise KeyError(name)
        with open(self.path(name), "rb") as file:
            data = file.read()
        return self.cipher().decrypt(data[:12], data[12:], name.encode()).decode()

    def names(self):
        return sorted(file.removesuffix(".aes") for file in os.listdir(self.drive) if file.endswith(".aes"))
