"""Receiver for photographs: pieces are kept in memory, the folder sees whole ones only."""
import os
import re
import secrets

JPEG = b"\xff\xd8\xff"
PNG = b"\x89PNG\r\n\x1a\n"
ENDING = re.compile(r".*\.(jpe?g|png)", re.IGNORECASE | re.DOTALL)
SHOWN = re.compile(r"[a-z0-9_-]{1,200}\.(jpe?g|png)", re.IGNORECASE)


class Receiver:
    def __init__(self, folder):
        self.folder = folder
        self.running = {}
        self.last = 0

    def begin(self, name, size):
        found = ENDING.fullmatch(name) if isinstance(name, str) else None
        if found is None:
            raise ValueError("neither JPEG nor PNG")
        if isinstance(size, bool) or not isinstance(size, int) or not 0 < size <= 5000000:
            raise ValueError("size")
        self.last += 1
        self.running[self.last] = (name, found[1], bytearray(size), [(0, size)])
        return self.last

    def piece(self, number, start, data):
        _, _, content, gaps = self.running[number]
        data = bytes(data)
        end = start + len(data)
        if start < 0 or end > len(content):
            raise ValueError("this piece does not lie within the photograph")
        content[start:end] = data
        rest = []
        for left, right in gaps:
            if left < min(right, start):
                rest.append((left, min(right, start)))
            if max(left, end) < right:
                rest.append((max(left, end), right))
        if data:
            gaps[:] = rest

    def _names(self, name, ending):
        if SHOWN.fullmatch(name):
            yield name
        while True:
            yield f"photo_{secrets.token_hex(8)}.{ending}"

    def finish(self, number):
        name, ending, content, gaps = self.running[number]
        if gaps:
            return None
        if not content.startswith(PNG if ending.lower() == "png" else JPEG):
            raise ValueError("it does not begin as its ending says")
        for candidate in self._names(name, ending):
            path = os.path.join(self.folder, candidate)
            try:
                file = open(path, "xb")        # never over what is there
            except FileExistsError:
                continue
            try:
                with file:
                    file.write(content)
            except BaseException:
                os.unlink(path)
                raise
            del self.running[number]
            return candidate

    def photos(self):
        return sorted(name for name in os.listdir(self.folder)
                      if ENDING.fullmatch(name) and os.path.isfile(os.path.join(self.folder, name)))
