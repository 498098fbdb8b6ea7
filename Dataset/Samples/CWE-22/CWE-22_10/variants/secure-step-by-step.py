import os
import stat


class Takes:
    """Goes down folder by folder, with the folders open, and up again."""

    def __init__(self, folder):
        self._folder = os.path.realpath(folder)

    def throw(self, path):
        parts = path.split("/")
        if any(part in ("", ".", "..") or "\0" in part for part in parts):
            return False
        opened = [os.open(self._folder, os.O_RDONLY | os.O_DIRECTORY)]
        try:
            for part in parts[:-1]:
                opened.append(os.open(part, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=opened[-1]))
            found = os.stat(parts[-1], dir_fd=opened[-1], follow_symlinks=False)
            if stat.S_ISDIR(found.st_mode):
                return False
            os.unlink(parts[-1], dir_fd=opened[-1])
            for depth in range(len(opened) - 1, 0, -1):
                if os.listdir(opened[depth]):
                    break
                os.rmdir(parts[depth - 1], dir_fd=opened[depth - 1])
            return True
        except (OSError, UnicodeEncodeError):
            return False
        finally:
            for one in opened:
                os.close(one)

    def throw_all(self, paths):
        return list(filter(self.throw, paths))
