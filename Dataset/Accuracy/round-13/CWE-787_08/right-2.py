"""Lines: plan every change as (position, bytes) first, then check, then carry it out."""
import mmap


def _number(raw):
    return int.from_bytes(raw, "little", signed=False)


class Lines:
    def __init__(self, path):
        self.__file = open(path, "r+b", buffering=0)
        self.__map = mmap.mmap(self.__file.fileno(), 0, flags=mmap.MAP_SHARED,
                               prot=mmap.PROT_READ | mmap.PROT_WRITE)

    def __find(self, line):
        self.__map.seek(4)
        lines = _number(self.__map.read(2))
        try:
            at = range(8, 8 + 8 * lines, 8)[line] if line >= 0 else None
        except IndexError:
            at = None
        if at is None:
            raise ValueError("this line is not there")
        self.__map.seek(at)
        start, size, used = (_number(self.__map.read(n)) for n in (4, 2, 2))
        return at + 6, slice(start, start + size), used

    def __raw(self, line):
        _, room, used = self.__find(line)
        return self.__map[room][:used]

    def __write(self, line, raw):
        length_at, room, _ = self.__find(line)
        space = room.stop - room.start
        picture = bytearray(space)
        picture[:len(raw)] = raw
        if len(picture) != space or room.stop > len(self.__map):   # it grew: too long
            raise ValueError("text too long for this line")
        for place, data in ((room.start, picture), (length_at, len(raw).to_bytes(2, "little"))):
            self.__map.seek(place)
            self.__map.write(data)

    def text(self, line):
        return self.__raw(line).decode()

    def put(self, line, text):
        self.__write(line, bytes(text, "utf-8"))

    def insert(self, line, at, text):
        now = self.__raw(line)
        # where each character begins, and the end
        borders = [k for k, byte in enumerate(now) if byte >> 6 != 2] + [len(now)]
        if at not in range(len(borders)):
            raise ValueError("this character is not there")
        cut = borders[at]
        self.__write(line, b"".join((now[:cut], text.encode(), now[cut:])))

    def copy(self, source, target):
        self.__write(target, self.__raw(source))
