import os
import secrets

from cryptography.fernet import Fernet


class Transcripts:
    def __init__(self, drive, own):
        self.drive = os.path.abspath(drive)
        self.own = os.path.abspath(own)

    def _fernet(self):
        path = os.path.join(self.own, "key")
        if not os.path.exists(path):
            self._write(path, Fernet.generate_key(), keep=True)
        with open(path, "rb") as file:
            key = file.read()
        if len(key) != 44:
            raise RuntimeError("the key is damaged")
        return Fernet(key)

    @staticmethod
    def _write(path, data, keep=False):
        draft = os.path.join(os.path.dirname(path), f".draft-{secrets.token_hex(16)}")
        fd = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(fd, "wb") as out:
                out.write(data)
            if keep:
                try:
                    os.link(draft, path)
                except FileExistsError:
                    pass
            else:
                os.replace(draft, path)
        finally:
            if os.path.exists(draft):
                os.unlink(draft)

    def _path(self, name):
        return os.path.join(self.drive, f"{name}.transcript")

    def put(self, name, text):
        data = name.encode() + b"\0" + text.encode("utf-8", "surrogatepass")
        self._write(self._path(name), self._fernet().encrypt(data))

    def get(self, name):
        try:
            with open(self._path(name), "rb") as file:
                token = file.read()
        except FileNotFoundError:
            raise KeyError(name) from None
        stored, _, data = self._fernet().decrypt(token).partition(b"\0")
        if stored != name.encode():
            raise ValueError("this is the transcript of another name")
        return data.decode("utf-8", "surrogatepass")

    def names(self):
        end = ".transcript"
        return sorted(file[:-len(end)] for file in os.listdir(self.drive) if file.endswith(end))
