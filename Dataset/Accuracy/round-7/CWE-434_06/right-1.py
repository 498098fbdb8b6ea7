import contextlib
import fcntl
import logging
import os
import tempfile
from dataclasses import dataclass

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Format:
    ending: str
    content_type: str
    starts: tuple

    def fits(self, data):
        return any(data[:len(start)] == start for start in self.starts)


FORMATS = (
    Format("png", "image/png", (b"\x89PNG\r\n\x1a\n",)),
    Format("gif", "image/gif", (b"GIF87a", b"GIF89a")),
)


@dataclass(frozen=True)
class Flat:
    number: int

    def __post_init__(self):
        if isinstance(self.number, bool) or not isinstance(self.number, int) or self.number < 1:
            raise ValueError(f"no flat: {self.number!r}")

    def file(self, form):
        return "%d.%s" % (self.number, form.ending)


class Doorbells:
    MOST = 65_536

    def __init__(self, folder):
        self._folder = os.path.abspath(folder)

    @contextlib.contextmanager
    def _alone(self):
        fd = os.open(self._folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            fcntl.flock(fd, fcntl.LOCK_EX)
            yield fd
        finally:
            os.close(fd)

    def _pictures(self, fd, flat):
        for form in FORMATS:
            with contextlib.suppress(FileNotFoundError), \
                    open(os.open(flat.file(form), os.O_RDONLY | os.O_NOFOLLOW, dir_fd=fd), "rb") as file:
                data = file.read()
                if form.fits(data) and len(data) <= self.MOST:
                    yield form, data

    @staticmethod
    def _remove(fd, flat, formats=FORMATS):
        for form in formats:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(flat.file(form), dir_fd=fd)

    def put(self, flat, name, data):
        flat, data = Flat(flat), bytes(data)
        form = next((form for form in FORMATS if form.fits(data)), None)
        if form is None or len(data) > self.MOST:
            log.info("refused %r for flat %d", name, flat.number)
            raise ValueError("not a small picture in PNG or GIF")
        with tempfile.TemporaryDirectory(prefix=".bells-", dir=os.path.dirname(self._folder)) as outside:
            draft = os.path.join(outside, "draft")
            with open(draft, "xb") as file:
                file.write(data)
                os.fchmod(file.fileno(), 0o644)
            with self._alone() as fd:
                self._remove(fd, flat, [other for other in FORMATS if other is not form])
                os.replace(draft, flat.file(form), dst_dir_fd=fd)
        return flat.file(form)

    def show(self, flat):
        with self._alone() as fd:
            for form, data in self._pictures(fd, Flat(flat)):
                return form.content_type, data

    def move(self, old, new):
        old, new = Flat(old), Flat(new)
        with self._alone() as fd:
            for form, _ in self._pictures(fd, old):
                if old != new:
                    self._remove(fd, new, [other for other in FORMATS if other is not form])
                    os.replace(old.file(form), new.file(form), src_dir_fd=fd, dst_dir_fd=fd)
                    self._remove(fd, old)
                return new.file(form)
