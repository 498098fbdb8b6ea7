import os
import tempfile

LIMIT = 65536
PNG = (b"\x89PNG\r\n\x1a\n",)
GIF = (b"GIF87a", b"GIF89a")
STARTS = {".PNG": PNG, ".GIF": GIF}
TYPES = {".png": "image/png", ".gif": "image/gif"}


def _flat(number):
    if type(number) is not int or number < 1:
        raise ValueError("no such flat")
    return number


class Doorbells:
    def __init__(self, folder):
        self.folder = os.path.abspath(folder)

    def _path(self, flat, ending):
        return os.path.join(self.folder, f"{flat}{ending}")

    def _ending(self, flat):
        for ending in TYPES:
            if os.path.isfile(self._path(flat, ending)):
                return ending
        return None

    def _clear(self, flat, keep):
        for ending in TYPES:
            if ending != keep and os.path.exists(self._path(flat, ending)):
                os.remove(self._path(flat, ending))

    def put(self, flat, name, data):
        _flat(flat)
        if len(data) > LIMIT:
            raise ValueError("picture too large")
        ending = name[-4:]
        starts = STARTS.get(ending.upper())
        if starts is None:
            raise ValueError("neither PNG nor GIF")
        if not data.startswith(starts):
            raise ValueError("content is not what the name says")
        ending = ending.lower()
        target = self._path(flat, ending)
        with tempfile.TemporaryDirectory(dir=os.path.dirname(self.folder)) as staging:
            part = os.path.join(staging, "part")
            with open(part, "wb") as file:
                file.write(data)
            os.replace(part, target)
        self._clear(flat, ending)
        return os.path.basename(target)

    def show(self, flat):
        for ending, starts in ((".png", PNG), (".gif", GIF)):
            try:
                with open(self._path(flat, ending), "rb") as file:
                    data = file.read()
            except FileNotFoundError:
                continue
            if data.startswith(starts):
                return TYPES[ending], data
        return None

    def move(self, old, new):
        _flat(old), _flat(new)
        ending = self._ending(old)
        if ending is None:
            return None
        os.replace(self._path(old, ending), self._path(new, ending))
        self._clear(new, ending)
        return f"{new}{ending}"
