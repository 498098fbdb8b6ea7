import os
import secrets
import stat


class Verdicts:
    def __init__(self, folder):
        self.folder = folder

    def _path(self, name):
        return os.path.join(self.folder, f"{name}.txt")

    def _read(self, name):
        """The bytes of a verdict, and whether it is announced."""
        descriptor = os.open(self._path(name), os.O_RDONLY | os.O_NOFOLLOW)
        with open(descriptor, "rb") as file:
            return file.read(), bool(os.fstat(descriptor).st_mode & stat.S_IROTH)

    def _put(self, name, data, announced):
        draft = self._path(name) + f".{secrets.token_hex(8)}"
        before = os.umask(0o022 if announced else 0o077)
        try:
            with open(draft, "xb") as file:
                file.write(data)
        finally:
            os.umask(before)
        os.chmod(draft, 0o644 if announced else 0o600)
        os.replace(draft, self._path(name))

    def write(self, name, text):
        self._put(name, f"{text}\n".encode(), False)

    def add(self, name, text):
        data, announced = self._read(name)
        self._put(name, data + f"{text}\n".encode(), announced)

    def announce(self, name):
        self._put(name, self._read(name)[0], True)

    def withdraw(self, name):
        self._put(name, self._read(name)[0], False)

    def announced(self):
        names = [name.removesuffix(".txt") for name in os.listdir(self.folder) if name.endswith(".txt")]
        return sorted(name for name in names if os.lstat(self._path(name)).st_mode & stat.S_IROTH)
