import ctypes
import re


class _Member(ctypes.LittleEndianStructure):
    _pack_ = 1
    _fields_ = [("name", ctypes.c_ubyte * 12), ("first", ctypes.c_uint32), ("dives", ctypes.c_uint32)]


class BadLine(ValueError):
    pass


class Logs:
    """Cuts a member's bytes out first; all the rest works on this copy alone."""

    def __init__(self, path):
        self.path = path

    def _own(self, member):
        with open(self.path, "rb") as file:
            if file.read(4) != b"DIVE":
                raise OSError("no dives")
            many = int.from_bytes(file.read(2), "little")
            size = int.from_bytes(file.read(2), "little")
            for _ in range(many):
                entry = _Member.from_buffer_copy(file.read(20))
                if bytes(entry.name).rstrip(b"\0") == self._name(member):
                    file.seek(entry.first)
                    own = file.read(entry.dives * size)
                    break
            else:
                raise KeyError(member)
        return [
            own[i * size:(i + 1) * size].partition(b"\0")[0].decode("utf-8", "replace")
            for i in range(entry.dives)
        ]

    @staticmethod
    def _name(member):
        if "\0" in member:
            raise KeyError(member)
        return member.encode("utf-8", "surrogatepass")

    def answer(self, member, line):
        shown = dict(enumerate(self._own(member), 1))
        end = len(shown) + 1

        def number(digits, top=None):
            if not re.fullmatch("0*[1-9][0-9]*", digits):
                raise BadLine(digits)
            digits = digits.lstrip("0")
            value = int(digits) if len(digits) <= 10 else 1 << 40
            if top is not None and value > top:
                raise BadLine(digits)
            return value

        match line.split(" ", 2):
            case ["FROM", n, count]:
                n = number(n, end)
                stop = n + number(count)
                keep = lambda i, text: n <= i < stop
            case ["BEFORE", n, count]:
                n = number(n, end)
                start = n - number(count)
                keep = lambda i, text: start <= i < n
            case ["LAST", count]:
                start = end - number(count)
                keep = lambda i, text: i >= start
            case ["FIND", n, text]:
                n = number(n, end)
                best = min((i for i in shown if i >= n and text in shown[i]), default=None)
                keep = lambda i, text: i == best
            case _:
                raise BadLine(line)
        return "".join("%d %s\n" % dive for dive in shown.items() if keep(*dive))
