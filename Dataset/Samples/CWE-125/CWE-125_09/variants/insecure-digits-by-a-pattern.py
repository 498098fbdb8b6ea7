import re
import struct

FORM = re.compile(r"(FROM|BEFORE|FIND) (\d+) (.*)|LAST (\d+)", re.DOTALL)


class Logs:
    """Numbers are digits, so that none is below zero."""

    def __init__(self, path):
        with open(path, "rb") as file:
            self.data = file.read()
        self.members = {}
        for number in range(struct.unpack_from("<H", self.data, 4)[0]):
            name, start, count = struct.unpack_from("<12sII", self.data, 8 + 20 * number)
            self.members[name.rstrip(b"\0").decode()] = start, count
        self.size = struct.unpack_from("<H", self.data, 6)[0]

    def answer(self, member, line):
        start, count = self.members[member]
        form = FORM.fullmatch(line)
        if not form:
            raise ValueError(line)
        command, number, rest, last = form.groups()
        if last:
            first, end = max(count - int(last), 0), count
        elif command == "BEFORE":
            first, end = max(int(number) - 1 - int(rest), 0), min(int(number) - 1, count)
        else:
            first, end = int(number) - 1, count
            if command == "FROM":
                end = min(first + int(rest), count)
        answer = ""
        for one in range(first, end):
            place = start + one * self.size
            dive = self.data[place : place + self.size].rstrip(b"\0").decode()
            if command != "FIND" or rest in dive:
                answer += f"{one + 1} {dive}\n"
                if command == "FIND":
                    break
        return answer
