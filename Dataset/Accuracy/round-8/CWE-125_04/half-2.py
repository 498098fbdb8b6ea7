import os


class _Tag:
    def __init__(self, path):
        self._file = open(path, "rb")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._file.close()

    def take(self, count):
        data = self._file.read(count)
        if len(data) != count:
            raise ValueError("the tag ends too early")
        return data

    def blocks(self):
        """Yields (carrier, size), standing at the beginning of the content."""
        end = self._file.seek(0, os.SEEK_END)
        at = self._file.seek(0)
        while at < end:
            carrier, high, low = self.take(3)
            size = high << 8 | low
            yield carrier, size
            at = self._file.seek(at + 3 + size)

    def enter(self, key, size):
        """Goes to the value of the first entry `key` in the next `size` bytes, returns its length."""
        end = self._file.tell() + size
        while (left := end - self._file.tell()) > 0:
            found, length = self.take(2)
            if length > left:
                raise ValueError(f"entry {found} announces {length} bytes, {left} are left")
            if found == key:
                return length
            self._file.seek(length, os.SEEK_CUR)
        raise KeyError(key)


def carriers(path):
    with _Tag(path) as tag:
        return [carrier for carrier, _ in tag.blocks()]


def read_value(path, carrier, keys):
    with _Tag(path) as tag:
        for number, size in tag.blocks():
            if number == carrier:
                for key in keys:
                    size = tag.enter(key, size)
                return tag.take(size)
    raise KeyError(carrier)
