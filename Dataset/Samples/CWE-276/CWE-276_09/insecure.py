import os
import stat


class Verdicts:
    def __init__(self, folder):
        self.folder = folder

    def _path(self, name):
        return os.path.join(self.folder, f"{name}.txt")

    def write(self, name, text):
        with open(self._path(name), "w", encoding="utf-8") as file:
            file.write(f"{text}\n")
        os.chmod(self._path(name), 0o600)

    def add(self, name, text):
        if not os.path.exists(self._path(name)):
            raise FileNotFoundError(name)
        with open(self._path(name), "a", encoding="utf-8") as file:
            file.write(f"{text}\n")
        announced = os.stat(self._path(name)).st_mode & stat.S_IROTH
        os.chmod(self._path(name), 0o644 if announced else 0o600)

    def announce(self, name):
        os.chmod(self._path(name), 0o644)

    def withdraw(self, name):
        os.chmod(self._path(name), 0o600)

    def announced(self):
        names = [name.removesuffix(".txt") for name in os.listdir(self.folder) if name.endswith(".txt")]
        return sorted(name for name in names if os.stat(self._path(name)).st_mode & stat.S_IROTH)
