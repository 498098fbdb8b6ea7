"""Receiver: an upload is a diary of its pieces; only `finish` makes a photograph of it."""
import enum
import errno
import itertools
import os
import string
import threading


class Kind(bytes, enum.Enum):
    JPEG = b"\xff\xd8\xff"
    PNG = b"\x89PNG\r\n\x1a\n"


ENDINGS = {"".join(letters): kind
           for word, kind in (("jpg", Kind.JPEG), ("jpeg", Kind.JPEG), ("png", Kind.PNG))
           for letters in itertools.product(*((c, c.upper()) for c in word))}
PLAIN = frozenset(string.ascii_letters + string.digits + "-_")


class Refused(ValueError):
    pass


class Upload:
    def __init__(self, name, size):
        if not isinstance(name, str):
            raise Refused("a name is a text")
        self.stem, _, self.ending = name.rpartition(".")
        if self.ending not in ENDINGS or not name.endswith("." + self.ending):
            raise Refused("the ending is not one of a photograph")
        if not isinstance(size, int) or size not in range(1, 5000001):
            raise Refused("the size is not one of a photograph")
        self.size = int(size)
        self.bytes = bytearray(self.size)
        self.there = 0                       # a number as a set: bit n is set if byte n is there

    def add(self, start, data):
        data = memoryview(data).tobytes()
        if not isinstance(start, int) or not 0 <= start <= self.size - len(data):
            raise Refused("outside of the photograph")
        self.bytes[start:start + len(data)] = data
        self.there |= ((1 << len(data)) - 1) << start

    @property
    def whole(self):
        return self.there == (1 << self.size) - 1

    def names(self):
        if self.stem and PLAIN.issuperset(self.stem):
            yield f"{self.stem}.{self.ending}"
        for turn in itertools.count():
            yield f"photo-{turn}.{self.ending}"


class Receiver:
    def __init__(self, folder):
        self.__folder = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        self.__uploads = {}
        self.__numbers = itertools.count(1)
        self.__lock = threading.RLock()

    def begin(self, name, size):
        upload = Upload(name, size)
        with self.__lock:
            number = next(self.__numbers)
            self.__uploads[number] = upload
            return number

    def piece(self, number, start, data):
        with self.__lock:
            self.__uploads[number].add(start, data)

    def finish(self, number):
        with self.__lock:
            upload = self.__uploads[number]
            if not upload.whole:
                return None
            if not upload.bytes.startswith(ENDINGS[upload.ending].value):
                del self.__uploads[number]      # what is no photograph is thrown away
                raise Refused("no photograph")
            for name in upload.names():
                try:
                    self.__write(name, upload.bytes)
                except OSError as error:
                    if error.errno in (errno.EEXIST, errno.ENAMETOOLONG):
                        continue
                    raise
                del self.__uploads[number]
                return name

    def __write(self, name, content):
        target = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o644,
                         dir_fd=self.__folder)
        try:
            with open(target, "wb") as file:
                file.write(content)
        except BaseException:
            os.unlink(name, dir_fd=self.__folder)
            raise

    def photos(self):
        return sorted(name for name in os.listdir(self.__folder)
                      if name.rpartition(".")[1] and name.rpartition(".")[2] in ENDINGS)

    def __del__(self):
        try:
            os.close(self.__folder)
        except (AttributeError, OSError, TypeError):
            pass
