import os
import stat

_MOST = 2000


class Screen:
    def __init__(self, folder):
        self._folder = folder

    def page(self, path):
        resident, *rest = path.split("/")
        home = os.path.join(self._folder, resident)
        try:
            # no link at its end, and a pipe or the like does not keep us waiting
            descriptor = os.open(
                os.path.join(home, *rest),
                os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC,
            )
        except (OSError, ValueError):
            return None
        try:
            opened = os.fstat(descriptor)
            if not stat.S_ISREG(opened.st_mode) or not self._is_at(opened, home, rest):
                return None
            with open(descriptor, "rb", closefd=False) as file:
                # one more than may be, so that a note which grows is found out
                text = file.read(_MOST + 1)
        finally:
            os.close(descriptor)
        if len(text) > _MOST:
            return None
        return f"<pre>{text.decode('utf-8', 'replace')}</pre>"

    @staticmethod
    def _is_at(opened, home, rest):
        """Whether the file that is open already is the one to which the path leads
        without any link.  It is not enough to look at the folders: one can have been
        a link for a moment; so in the end it has to be the same file."""
        place = home
        try:
            for folder in rest[:-1]:
                place = os.path.join(place, folder)
                if not stat.S_ISDIR(os.lstat(place).st_mode):
                    return False
            return os.path.samestat(os.lstat(os.path.join(place, rest[-1])), opened)
        except OSError:
            return False
