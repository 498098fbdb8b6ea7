import re
import struct
from itertools import islice


class Logs:
    def __init__(self, path):
        with open(path, "rb") as file:
            self.whole = memoryview(file.read())

    def log(self, member):
        members, size = struct.unpack_from("<HH", self.whole, 4)
        for name, start, count in struct.iter_unpack("<12sII", self.whole[8 : 8 + 20 * members]):
            if name.rstrip(b"\0") == member.encode("utf-8", "replace"):
                window = self.whole[start : start + count * size]
                return [bytes(window[at : at + size]).rstrip(b"\0").decode() for at in range(0, len(window), size)]
        raise KeyError(member)

    def answer(self, member, line):
        numbered = list(enumerate(self.log(member), 1))
        match re.split(" ", line, maxsplit=2):
            case ["LAST", count]:
                shown = numbered[-max(int(count), 1):]
            case ["FROM", first, count]:
                shown = islice((one for one in numbered if one[0] >= int(first)), max(int(count), 0))
            case ["BEFORE", end, count]:
                shown = [one for one in numbered if int(end) - int(count) <= one[0] < int(end)]
            case ["FIND", first, text]:
                shown = islice((one for one in numbered if one[0] >= int(first) and text in one[1]), 1)
            case _:
                shown = []
        return "".join(f"{number} {text}\n" for number, text in shown)
