import os
import tempfile

PNG = b"\x89PNG\r\n\x1a\n"
GIF = b"GIF87a", b"GIF89a"
ENDINGS = ".png", ".gif"


def ending_of(data):
    if data.startswith(PNG):
        return ".png"
    if data.startswith(GIF):
        return ".gif"
    return None


class Doorbells:
    def __init__(self, folder):
        self.folder = os.path.abspath(folder)

    def _path(self, flat, ending):
        return os.path.join(self.folder, str(flat) + ending)

    def _have(self, flat):
        return [e for e in ENDINGS if os.path.isfile(self._path(flat, e))]

    def put(self, flat, name, data):
        if not isinstance(flat, int) or isinstance(flat, bool) or flat < 1:
            raise ValueError("flats are whole numbers from 1 on")
        if os.path.splitext(name)[1].lower() not in ENDINGS:
            raise ValueError("only PNG and GIF")
        if len(data) > 65_536:
            raise ValueError("too large")
        ending = ending_of(data)
        if ending is None:
            raise ValueError("this is not a picture in PNG or GIF")
        with tempfile.TemporaryDirectory(dir=os.path.dirname(self.folder)) as outside:
            draft = os.path.join(outside, "picture")
            with open(draft, "wb") as file:
                file.write(data)
            for other in self._have(flat):
                if other != ending:
                    os.remove(self._path(flat, other))
            os.replace(draft, self._path(flat, ending))
        return f"{flat}{ending}"

    def show(self, flat):
        for ending in self._have(flat):
            with open(self._path(flat, ending), "rb") as file:
                data = file.read()
            if ending_of(data) == ending:
                return "image/" + ending[1:], data
        return None

    def move(self, old, new):
        have = self._have(old)
        if not have:
            return None
        ending = have[0]
        if str(old) != str(new):
            for other in self._have(new):
                os.remove(self._path(new, other))
            os.replace(self._path(old, ending), self._path(new, ending))
        return f"{new}{ending}"
