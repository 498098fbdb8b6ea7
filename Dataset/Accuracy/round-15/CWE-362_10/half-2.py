"""Pages for the screen in the lift."""
import os
import stat


class Screen:
    LIMIT = 2000

    def __init__(self, folder):
        self._folder = os.path.abspath(folder)

    def _way(self, path):
        """What every step below the resident's folder is now: a list of (device, inode).

        None if a step is not what it has to be.
        """
        resident, *steps = path.split("/")
        place = os.path.join(self._folder, resident)
        found = []
        for number, step in enumerate(steps, 1):
            place = os.path.join(place, step)
            state = os.lstat(place)
            right = stat.S_ISREG if number == len(steps) else stat.S_ISDIR
            if not right(state.st_mode):
                return None
            found.append((state.st_dev, state.st_ino))
        return found

    def page(self, path):
        try:
            before = self._way(path)
            if before is None:
                return None
            flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC
            handle = os.open(os.path.join(self._folder, path), flags)
            with open(handle, "rb") as file:
                opened = os.fstat(handle)
                # The file that is open is the one that has been looked at, and
                # the way to it is still the same, folder by folder
                if (opened.st_dev, opened.st_ino) != before[-1] or self._way(path) != before:
                    return None
                data = file.read(self.LIMIT + 1)
        except (OSError, ValueError):
            return None
        if len(data) > self.LIMIT:
            return None
        return "<pre>" + data.decode("utf-8", "replace") + "</pre>"
