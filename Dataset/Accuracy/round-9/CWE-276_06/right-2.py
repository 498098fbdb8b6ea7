"""Copies of the card index, as a small shelf with three places."""
import dataclasses
import os
import secrets
import stat


def _spill(data, handle):
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest):]


@dataclasses.dataclass(frozen=True)
class _Shelf:
    folder: int
    name: str

    @classmethod
    def open(cls, path):
        folder, name = os.path.split(path)
        return cls(os.open(folder or ".", os.O_RDONLY | os.O_DIRECTORY), name)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        os.close(self.folder)

    def place(self, number):
        return f"{self.name}.{number}" if number else self.name

    def read(self, number):
        with open(os.open(self.place(number), os.O_RDONLY, dir_fd=self.folder), "rb") as file:
            return file.read()

    def there(self, number):
        try:
            return stat.S_ISREG(os.stat(self.place(number), dir_fd=self.folder).st_mode)
        except FileNotFoundError:
            return False

    def put(self, number, data):
        """A new file under a name that nobody can foresee; then it takes its place."""
        draft = f".{secrets.token_hex(12)}"
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600, dir_fd=self.folder)
        try:
            try:
                os.fchmod(handle, 0o600)
                _spill(data, handle)
            finally:
                os.close(handle)
            os.rename(draft, self.place(number), src_dir_fd=self.folder, dst_dir_fd=self.folder)
        except BaseException:
            os.unlink(draft, dir_fd=self.folder)
            raise

    def move(self, number):
        """Moves a copy one place on. A plain file is only closed to others, anything else is written anew."""
        here, there = self.place(number), self.place(number + 1)
        handle = None
        try:
            handle = os.open(here, os.O_RDONLY | os.O_NOFOLLOW, dir_fd=self.folder)
            plain = os.fstat(handle).st_nlink == 1
            if plain:
                os.fchmod(handle, 0o600)
        except OSError:
            plain = False
        finally:
            if handle is not None:
                os.close(handle)
        if plain:
            os.rename(here, there, src_dir_fd=self.folder, dst_dir_fd=self.folder)
        else:
            self.put(number + 1, self.read(number))
            self.drop(number)

    def drop(self, number):
        try:
            os.unlink(self.place(number), dir_fd=self.folder)
        except FileNotFoundError:
            pass


def back_up(path):
    with _Shelf.open(path) as shelf:
        data = shelf.read(0)
        shelf.drop(3)
        for number in (2, 1):
            if shelf.there(number):
                shelf.move(number)
        shelf.put(1, data)


def restore(path, number):
    with _Shelf.open(path) as shelf:
        if number not in (1, 2, 3):
            raise FileNotFoundError(f"{path}.{number}")
        shelf.put(0, shelf.read(number))


def copies(path):
    try:
        shelf = _Shelf.open(path)
    except FileNotFoundError:
        return []
    with shelf:
        return list(filter(shelf.there, (1, 2, 3)))
