import os
import secrets
import tempfile

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

SUFFIX = ".tape"


def _write(path, data):
    fd, draft = tempfile.mkstemp(dir=os.path.dirname(path))
    with os.fdopen(fd, "wb") as out:
        out.write(data)
    os.replace(draft, path)


class Transcripts:
    def __init__(self, drive, own):
        self.drive = os.path.abspath(drive)
        self.secret_path = os.path.join(os.path.abspath(own), "secret")

    def _cipher(self):
        if not os.path.exists(self.secret_path):
            draft = f"{self.secret_path}.{secrets.token_hex(8)}"
            with open(draft, "xb") as out:
                out.write(secrets.token_bytes(32))
            try:
                os.link(draft, self.secret_path)
            except FileExistsError:
                pass
            finally:
                os.unlink(draft)
        with open(self.secret_path, "rb") as file:
            secret = file.read()
        if not secret:
            raise RuntimeError("the office's secret is empty")
        key = HKDF(hashes.SHA256(), 32, None, b"transcripts").derive(secret)
        return AESGCM(key)

    def put(self, name, text):
        nonce = secrets.token_bytes(12)
        data = self._cipher().encrypt(nonce, text.encode("utf-8", "surrogatepass"), name.encode())
        _write(os.path.join(self.drive, name + SUFFIX), nonce + data)

    def get(self, name):
        try:
            with open(os.path.join(self.drive, name + SUFFIX), "rb") as file:
                data = file.read()
        except FileNotFoundError:
            raise KeyError(name) from None
        return self._cipher().decrypt(data[:12], data[12:], name.encode()).decode("utf-8", "surrogatepass")

    def names(self):
        return sorted(f[:-len(SUFFIX)] for f in os.listdir(self.drive) if f.endswith(SUFFIX))
