"""Files without a name (O_TMPFILE) become visible by one link, complete, or never."""
import hashlib
import os
from enum import Enum


class Kind(Enum):
    JPEG = b"\xff\xd8\xff"
    PNG = b"\x89PNG\r\n\x1a\n"


ENDINGS = {"jpg": Kind.JPEG, "jpeg": Kind.JPEG, "png": Kind.PNG}
SIGNS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


class NotAPhotograph(ValueError):
    pass


class Over(KeyError):
    pass


def parse(name):
    """(stem or None, ending, kind)"""
    if not isinstance(name, str):
        raise NotAPhotograph("name")
    try:
        raw = name.encode("ascii")
    except UnicodeEncodeError:
        raw = name.encode("utf-8", "surrogatepass")
    stem, dot, ending = raw.rpartition(b".")
    try:
        ending = ending.decode("ascii")
        kind = ENDINGS[ending.lower()]
    except (KeyError, UnicodeDecodeError):
        raise NotAPhotograph("neither .jpg, .jpeg nor .png") from None
    if not dot:
        raise NotAPhotograph("no ending")
    plain = len(stem) > 0 and not stem.translate(None, SIGNS)
    if plain and len(raw) > 255:
        raise NotAPhotograph("no file can have so long a name")
    return (stem.decode() if plain else None), ending, kind


class Upload:
    """Bytes, and an integer whose bits tell which of them have arrived."""

    def __init__(self, name, size):
        self.stem, self.ending, self.kind = parse(name)
        self.bytes = bytearray(size)
        self.missing = (1 << size) - 1

    def put(self, start, data):
        end = start + len(data)
        if not 0 <= start <= end <= len(self.bytes):
            raise ValueError("not within the photograph")
        memoryview(self.bytes)[start:end] = data
        if data and self.missing:
            mask = ((1 << len(data)) - 1) << start
            self.missing &= ~mask

    def candidates(self):
        if self.stem is not None:
            yield f"{self.stem}.{self.ending}"
        digest, i = hashlib.sha256(self.bytes), 0
        while True:
            yield f"{digest.hexdigest()[:24]}-{i}.{self.ending}"
            i += 1


class Receiver:
    def __init__(self, folder):
        self._dir = os.path.realpath(folder)
        self._uploads = [None]

    def _upload(self, number):
        if type(number) is int and 0 < number < len(self._uploads):
            if (upload := self._uploads[number]) is not None:
                return upload
        raise Over(number)

    def begin(self, name, size):
        if type(size) is not int or size not in range(1, 5_000_001):
            raise ValueError("size")
        self._uploads.append(Upload(name, size))
        return len(self._uploads) - 1

    def piece(self, number, start, data):
        upload = self._upload(number)
        if type(start) is not int:
            raise ValueError("start")
        upload.put(start, bytes(data))

    def finish(self, number):
        upload = self._upload(number)
        if upload.missing:
            return None
        if not upload.bytes.startswith(upload.kind.value):
            raise NotAPhotograph("does not begin as its ending says")
        content = bytes(upload.bytes)
        try:
            name = self._publish_nameless(content, upload.candidates())
        except OSError:
            name = self._publish_plainly(content, upload.candidates())
        self._uploads[number] = None
        return name

    def _publish_nameless(self, content, names):
        fd = os.open(self._dir, os.O_TMPFILE | os.O_WRONLY, 0o644)
        folder = os.open(self._dir, os.O_RDONLY | os.O_DIRECTORY)
        try:
            view = memoryview(content)
            while view:
                view = view[os.write(fd, view):]
            for name in names:
                try:
                    os.link(f"/proc/self/fd/{fd}", name, src_dir_fd=folder, dst_dir_fd=folder, follow_symlinks=True)
                    return name
                except FileExistsError:
                    pass
        finally:
            os.close(fd)
            os.close(folder)

    def _publish_plainly(self, content, names):
        """Where the file system knows no nameless files."""
        for name in names:
            path = os.path.join(self._dir, name)
            try:
                fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
            except FileExistsError:
                continue
            try:
                view = memoryview(content)
                while view:
                    view = view[os.write(fd, view):]
            except BaseException:
                os.unlink(path)
                raise
            finally:
                os.close(fd)
            return name

    def photos(self):
        def is_photo(entry):
            try:
                parse(entry.name)
            except ValueError:
                return False
            return entry.is_file()
        with os.scandir(self._dir) as entries:
            return sorted(e.name for e in entries if is_photo(e))
