import os
import stat


class Screen:
    def __init__(self, folder):
        self.folder = os.path.realpath(folder)

    def page(self, path):
        resident, *parts = path.split("/")
        at = None
        try:
            at = os.open(os.path.join(self.folder, resident), os.O_RDONLY | os.O_DIRECTORY)
            for part in parts:  # each is opened within the one before, and never by way of a link
                below = os.open(part, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=at)
                os.close(at)
                at = below
            found = os.fstat(at)
            if not stat.S_ISREG(found.st_mode) or found.st_size > 2000:
                return None
            with os.fdopen(os.dup(at), "rb") as file:
                data = file.read()
        except OSError:
            return None
        finally:
            if at is not None:
                os.close(at)
        return f"<pre>{data.decode('utf-8', 'replace')}</pre>"
