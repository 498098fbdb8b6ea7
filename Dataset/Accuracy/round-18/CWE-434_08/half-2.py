import os
import re
import uuid

STARTS = {"jpg": b"\xff\xd8\xff", "jpeg": b"\xff\xd8\xff", "png": b"\x89PNG\r\n\x1a\n"}
SAFE = re.compile(r"[A-Za-z0-9_-]{1,200}")


class Receiver:
    def __init__(self, folder):
        self.folder = os.path.abspath(folder)
        self.uploads = {}
        self.count = 0

    def begin(self, name, size):
        stem, dot, ending = name.rpartition(".")
        if not dot or not ending.isascii() or ending.lower() not in STARTS:
            raise ValueError("photographs are .jpg, .jpeg or .png")
        if not isinstance(size, int) or isinstance(size, bool) or not 1 <= size <= 5_000_000:
            raise ValueError("size out of range")
        self.count += 1
        self.uploads[self.count] = {"stem": stem, "ending": ending, "data": bytearray(size), "have": []}
        return self.count

    def piece(self, number, start, data):
        upload = self.uploads[number]
        end = start + len(data)
        if start < 0 or end > len(upload["data"]):
            raise ValueError("not within the photograph")
        upload["data"][start:end] = data
        upload["have"] = self._joined(upload["have"] + [(start, end)])

    @staticmethod
    def _joined(spans):
        result = []
        for start, end in sorted(spans):
            if result and start <= result[-1][1]:
                result[-1] = (result[-1][0], max(end, result[-1][1]))
            else:
                result.append((start, end))
        return result

    def finish(self, number):
        upload = self.uploads[number]
        if upload["have"] != [(0, len(upload["data"]))]:
            return None
        ending = upload["ending"]
        data = bytes(upload["data"])
        if not data.startswith(STARTS[ending.lower()]):
            raise ValueError("not what its ending says")
        name = upload["stem"] + "." + ending
        if not SAFE.fullmatch(upload["stem"]):
            name = uuid.uuid4().hex + "." + ending
        while True:
            try:
                # O_EXCL: neither replaces a file nor follows a link
                fd = os.open(os.path.join(self.folder, name), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
                break
            except FileExistsError:
                name = uuid.uuid4().hex + "." + ending
        with os.fdopen(fd, "wb") as file:
            file.write(data)
        del self.uploads[number]
        return name

    def photos(self):
        return sorted(name for name in os.listdir(self.folder)
                      if name.rpartition(".")[2].lower() in STARTS and "." in name)
