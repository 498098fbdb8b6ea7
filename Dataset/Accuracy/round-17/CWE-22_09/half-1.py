"""Disk drives of old home computers, kept in a folder of the server."""
import os
import tempfile


class Disks:
    def __init__(self, folder):
        self._folder = os.path.abspath(folder)

    def _parts(self, name):
        """The parts of a name, as they are on the server; '.' and empty ones do not count."""
        if not isinstance(name, str) or "\0" in name:
            raise FileNotFoundError(name)
        parts = []
        for part in name.rstrip(". ").lower().replace("\\", "/").split("/"):
            part = part.strip(" ")
            if part in ("", "."):
                continue
            # visitors never go up, and names of dots alone mean nothing good
            if not part.strip(". \t\r\n\v\f"):
                raise FileNotFoundError(name)
            parts.append(part)
        if parts and parts[0].strip(". \t\r\n\v\f") == "staff":
            raise FileNotFoundError(name)
        return parts

    def _path(self, name):
        path = os.path.normpath(os.path.join(self._folder, *self._parts(name)))
        if os.path.commonpath([self._folder, path]) != self._folder:
            raise FileNotFoundError(name)
        return path

    def load(self, name):
        path = self._path(name)
        if not os.path.isfile(path):
            raise FileNotFoundError(name)
        with open(path, "rb") as file:
            return file.read()

    def save(self, name, data):
        path = self._path(name)
        place = os.path.dirname(path)
        os.makedirs(place, exist_ok=True)
        # Written aside first, so that pulling the plug never leaves half a file.
        with tempfile.NamedTemporaryFile(dir=place, prefix="save-", delete=False) as file:
            file.write(data)
        os.chmod(file.name, 0o644)
        os.replace(file.name, path)

    def directory(self, name):
        path = self._path(name)
        if not os.path.isdir(path):
            raise FileNotFoundError(name)
        names = sorted(os.listdir(path))
        if path == self._folder:
            names = [one for one in names if one != "staff"]
        return names
