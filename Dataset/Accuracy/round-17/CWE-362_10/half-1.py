import os
import stat

LIMIT = 2000


class Screen:
    def __init__(self, folder):
        self._folder = os.path.abspath(folder)

    def _look(self, parts):
        """What lies on the way below the resident's folder, as a list of (device, inode);
        None unless it is folders and, in the end, a plain file."""
        seen = []
        place = os.path.join(self._folder, parts[0])
        for part in parts[1:]:
            place = os.path.join(place, part)
            found = os.lstat(place)
            if len(seen) < len(parts) - 2:
                if not stat.S_ISDIR(found.st_mode):
                    return None
            elif not stat.S_ISREG(found.st_mode):
                return None
            seen.append((found.st_dev, found.st_ino))
        return seen

    def page(self, path):
        parts = path.split("/")
        try:
            before = self._look(parts)
            if before is None:
                return None
            handle = os.open(os.path.join(self._folder, *parts),
                             os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        except (OSError, ValueError):
            return None
        with open(handle, "rb") as file:
            # what is open must be the file that was looked at ...
            opened = os.fstat(handle)
            if not stat.S_ISREG(opened.st_mode) or (opened.st_dev, opened.st_ino) != before[-1]:
                return None
            # ... and still be there, with the same folders on the way: something that was
            # exchanged for a moment shows in one of the two looks
            try:
                if self._look(parts) != before:
                    return None
            except OSError:
                return None
            data = file.read(LIMIT + 1)
        if len(data) > LIMIT:
            return None
        return "<pre>" + data.decode("utf-8", "replace") + "</pre>"
