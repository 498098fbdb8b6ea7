import re
import struct

_HEAD = struct.Struct("<4sHH")
_MEMBER = struct.Struct("<12sII")
_NUMBER = re.compile(r"[0-9]{1,4000}")


def _number(text):
    if not _NUMBER.fullmatch(text):
        raise ValueError("not a number")
    return int(text)


class Logs:
    def __init__(self, path):
        self._path = path

    def _dives(self, member):
        """All dives of the member, as texts."""
        key = struct.pack("12s", member.encode("utf-8", "surrogatepass"))
        with open(self._path, "rb") as file:
            magic, members, size = _HEAD.unpack(file.read(_HEAD.size))
            if magic != b"DIVE":
                raise ValueError("not a file of dives")
            for _ in range(members):
                name, first, count = _MEMBER.unpack(file.read(_MEMBER.size))
                if name == key:
                    break
            else:
                raise KeyError(member)
            file.seek(first)
            block = file.read(count * size) if count else b""
        return [block[i * size:(i + 1) * size].rstrip(b"\0").decode("utf-8") for i in range(count)]

    def answer(self, member, line):
        dives = self._dives(member)
        total = len(dives)
        word, _, rest = line.partition(" ")
        if word == "FIND":
            n, blank, text = rest.partition(" ")
            n = _number(n)
            if not 1 <= n <= total + 1 or not text:
                raise ValueError("bad line")
            for number in range(n, total + 1):
                if text in dives[number - 1]:
                    return f"{number} {dives[number - 1]}\n"
            return ""
        numbers = [_number(part) for part in rest.split(" ")]
        if word == "LAST" and len(numbers) == 1:
            n, count = total + 1, numbers[0]
        elif word in ("FROM", "BEFORE") and len(numbers) == 2:
            n, count = numbers
        else:
            raise ValueError("bad line")
        if not 1 <= n <= total + 1 or count < 1:
            raise ValueError("number out of range")
        if word == "FROM":
            begin, end = n, min(n + count, total + 1)
        else:
            begin, end = max(1, n - count), n
        return "".join(f"{i} {dives[i - 1]}\n" for i in range(begin, end))
