import struct


class Logs:
    def __init__(self, path):
        with open(path, "rb") as file:
            data = file.read()
        members, size = struct.unpack_from("<HH", data, 4)
        self.dives = {}
        for number in range(members):
            name, start, count = struct.unpack_from("<12sII", data, 8 + 20 * number)
            places = range(start, start + size * count, size)
            self.dives[name] = [data[place : place + size].rstrip(b"\0").decode() for place in places]

    def answer(self, member, line):
        dives = self.dives[struct.pack("12s", member.encode())]
        command, _, rest = line.partition(" ")
        if command == "LAST":
            first, end = max(len(dives) - self.number(rest), 0), len(dives)
        else:
            word, _, rest = rest.partition(" ")
            first, end = self.number(word) - 1, len(dives)
            if first > len(dives):
                raise ValueError("the log has no such dive")
            if command == "FROM":
                end = min(end, first + self.number(rest))
            elif command == "BEFORE":
                first, end = max(first - self.number(rest), 0), first
            elif command == "FIND":
                found = [number for number in range(first, end) if rest in dives[number]]
                first, end = (found[0], found[0] + 1) if found else (0, 0)
            else:
                raise ValueError(f"unknown command: {command}")
        return "".join(f"{number + 1} {dives[number]}\n" for number in range(first, end))

    def number(self, word):
        number = int(word)
        if number < 1:
            raise ValueError("numbers and counts begin with 1")
        return number
