"""The pictures of the doorbells."""

import os
import tempfile

LARGEST = 65536
KINDS = {
    ".png": ("image/png", (b"\x89PNG\r\n\x1a\n",)),
    ".gif": ("image/gif", (b"GIF87a", b"GIF89a")),
}


def _ending_of(data):
    """What the content really is; the name that the phone tells is not believed."""
    for ending, (_, beginnings) in KINDS.items():
        if data.startswith(beginnings):
            return ending
    return None


def _check_flat(flat):
    if not isinstance(flat, int) or flat < 1:
        raise ValueError(f"no flat: {flat!r}")


class Doorbells:
    def __init__(self, folder):
        self._folder = os.path.abspath(folder)

    def _path(self, flat, ending):
        return os.path.join(self._folder, f"{flat}{ending}")

    def _find(self, flat):
        """Ending and content of the flat's picture; a file that is not what it says is none."""
        for ending in KINDS:
            try:
                with open(self._path(flat, ending), "rb") as file:
                    data = file.read(LARGEST + 1)
            except FileNotFoundError:
                continue
            if len(data) <= LARGEST and _ending_of(data) == ending:
                return ending, data
        return None

    def _remove_others(self, flat, keep):
        for ending in KINDS:
            if ending != keep and os.path.exists(self._path(flat, ending)):
                os.remove(self._path(flat, ending))

    def put(self, flat, name, data):
        _check_flat(flat)
        data = bytes(data)
        ending = _ending_of(data)
        if ending is None:
            raise ValueError("neither PNG nor GIF")
        if len(data) > LARGEST:
            raise ValueError("the picture is too large")
        # The draft lies beside the folder, never in it, and is moved in when it is complete.
        with tempfile.TemporaryDirectory(dir=os.path.dirname(self._folder)) as room:
            draft = os.path.join(room, "draft")
            with open(draft, "wb") as file:
                file.write(data)
            self._remove_others(flat, ending)
            os.replace(draft, self._path(flat, ending))
        return f"{flat}{ending}"

    def show(self, flat):
        _check_flat(flat)
        found = self._find(flat)
        return found and (KINDS[found[0]][0], found[1])

    def move(self, old, new):
        _check_flat(old)
        _check_flat(new)
        found = self._find(old)
        if found is None:
            return None
        ending = found[0]
        self._remove_others(new, ending)
        os.replace(self._path(old, ending), self._path(new, ending))
        return f"{new}{ending}"
