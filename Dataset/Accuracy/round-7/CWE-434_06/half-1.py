import os
import tempfile

LIMIT = 65536
SIGNATURES = {
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".gif": (b"GIF87a", b"GIF89a"),
}
TYPES = {".png": "image/png", ".gif": "image/gif"}


class Doorbells:
    def __init__(self, folder):
        self._folder = folder

    def _path(self, flat, ending):
        if type(flat) is not int or flat < 1:
            raise ValueError(f"no such flat: {flat!r}")
        return os.path.join(self._folder, f"{flat}{ending}")

    def _find(self, flat):
        for ending, starts in SIGNATURES.items():
            try:
                with open(self._path(flat, ending), "rb") as file:
                    data = file.read()
            except FileNotFoundError:
                continue
            if data.startswith(starts):
                return ending, data
        return None

    def _keep_only(self, flat, ending):
        for other in SIGNATURES:
            if other != ending and os.path.exists(self._path(flat, other)):
                os.remove(self._path(flat, other))

    def put(self, flat, name, data):
        ending = os.path.splitext(name)[1].lower()
        if ending not in SIGNATURES:
            raise ValueError(f"neither PNG nor GIF: {name!r}")
        if not data.startswith(SIGNATURES[ending]):
            raise ValueError("the content does not fit the name")
        if len(data) > LIMIT:
            raise ValueError("the picture is too large")
        path = self._path(flat, ending)
        # a display never gets half a picture
        fd, draft = tempfile.mkstemp(prefix=f".{flat}-", suffix=ending, dir=self._folder)
        try:
            with open(fd, "wb") as file:
                file.write(data)
            os.chmod(draft, 0o644)
            self._keep_only(flat, ending)
            os.replace(draft, path)
        except BaseException:
            os.unlink(draft)
            raise
        return os.path.basename(path)

    def show(self, flat):
        found = self._find(flat)
        return found and (TYPES[found[0]], found[1])

    def move(self, old, new):
        found = self._find(old)
        if found is None:
            return None
        path = self._path(new, found[0])
        self._keep_only(new, found[0])
        os.replace(self._path(old, found[0]), path)
        return os.path.basename(path)
