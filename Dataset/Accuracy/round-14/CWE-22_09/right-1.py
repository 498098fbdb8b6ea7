import contextlib
import os

_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW


class _Gone(FileNotFoundError):
    pass


def _spell(name):
    """Yields the parts of a name, one sign after the other; '..' is never followed."""
    end = len(name)
    while end and name[end - 1] in ". ":
        end -= 1
    word = []
    for sign in name[:end] + "/":
        if sign in "/\\":
            part = "".join(word).strip(" ").lower()
            word.clear()
            if part == "..":
                raise _Gone(name)
            if part not in ("", "."):
                yield part
        elif sign == "\0":
            raise _Gone(name)
        else:
            word.append(sign)


class Disks:
    def __init__(self, folder):
        self.__folder = os.path.abspath(folder)

    @contextlib.contextmanager
    def __inside(self, parts, make=False):
        """Walks down folder by folder and holds the last one open."""
        here = os.open(self.__folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            for part in parts:
                if make:
                    with contextlib.suppress(FileExistsError):
                        os.mkdir(part, dir_fd=here)
                below = os.open(part, _FOLDER, dir_fd=here)
                os.close(here)
                here = below
            yield here
        finally:
            os.close(here)

    def __read(self, name):
        parts = tuple(_spell(name))
        if parts[:1] == ("staff",):
            raise _Gone(name)
        try:
            "/".join(parts).encode()
        except UnicodeEncodeError:
            raise _Gone(name) from None
        return parts

    def load(self, name):
        parts = self.__read(name)
        if not parts:
            raise _Gone(name)
        try:
            with self.__inside(parts[:-1]) as here:
                file = os.open(parts[-1], os.O_RDONLY | os.O_NOFOLLOW, dir_fd=here)
                with open(file, "rb") as stream:
                    return stream.read()
        except OSError as error:
            raise _Gone(name) from error

    def save(self, name, data):
        parts = self.__read(name)
        if not parts:
            raise _Gone(name)
        with self.__inside(parts[:-1], make=True) as here:
            flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW
            with open(os.open(parts[-1], flags, 0o666, dir_fd=here), "wb") as stream:
                stream.write(data)

    def directory(self, name):
        parts = self.__read(name)
        try:
            with self.__inside(parts) as here:
                names = set(os.listdir(here))
        except OSError as error:
            raise _Gone(name) from error
        if not parts:
            names.discard("staff")
        return sorted(names)
