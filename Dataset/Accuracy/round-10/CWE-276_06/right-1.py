"""All names are handled inside the folder's descriptor."""
import contextlib
import os
import secrets
import stat


class CardIndex:
    SLOTS = range(1, 4)

    def __init__(self, path):
        self.folder, self.base = os.path.split(path)

    def __enter__(self):
        self.dir = os.open(self.folder or ".", os.O_RDONLY | os.O_DIRECTORY)
        return self

    def __exit__(self, *_):
        os.close(self.dir)

    def slot(self, number):
        return f"{self.base}.{number}" if number else self.base

    def held(self, number):
        try:
            return stat.S_ISREG(os.stat(self.slot(number), dir_fd=self.dir).st_mode)
        except OSError:
            return False

    def drop(self, name):
        with contextlib.suppress(FileNotFoundError):
            os.unlink(name, dir_fd=self.dir)

    def draft(self, number):
        """A new private file with the bytes of a slot; returns its name."""
        source = os.open(self.slot(number), os.O_RDONLY, dir_fd=self.dir)
        try:
            name = f".{self.base}~{secrets.token_hex(12)}"
            new = os.open(name, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600, dir_fd=self.dir)
            try:
                os.fchmod(new, 0o600)
                while chunk := os.read(source, 1 << 18):
                    while chunk:
                        chunk = chunk[os.write(new, chunk):]
            except BaseException:
                self.drop(name)
                raise
            finally:
                os.close(new)
            return name
        finally:
            os.close(source)

    def move(self, name, number):
        os.rename(name, self.slot(number), src_dir_fd=self.dir, dst_dir_fd=self.dir)

    def rotate(self):
        """Each old copy is written anew: files that others may have opened are left behind."""
        drafts = {}
        try:
            for number in (0, 1, 2):
                if number == 0 or self.held(number):
                    drafts[number + 1] = self.draft(number)
            for number in reversed(self.SLOTS):
                if number in drafts:
                    self.move(drafts.pop(number), number)
                else:
                    self.drop(self.slot(number))
        finally:
            for name in drafts.values():
                self.drop(name)


def back_up(path):
    with CardIndex(path) as index:
        index.rotate()


def restore(path, number):
    with CardIndex(path) as index:
        if number not in index.SLOTS or not index.held(number):
            raise FileNotFoundError(f"no copy {number} of {path}")
        index.move(index.draft(number), 0)


def copies(path):
    try:
        with CardIndex(path) as index:
            return sorted(filter(index.held, index.SLOTS))
    except FileNotFoundError:
        return []
