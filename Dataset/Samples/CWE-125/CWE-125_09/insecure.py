import struct


class Logs:
    def __init__(self, path):
        with open(path, "rb") as file:
            self.data = file.read()
        members, self.size = struct.unpack_from("<HH", self.data, 4)
        self.members = {}
        for number in range(members):
            name, start, count = struct.unpack_from("<12sII", self.data, 8 + 20 * number)
            self.members[name.rstrip(b"\0").decode()] = start, count

    def dive(self, member, number):
        place = self.members[member][0] + (number - 1) * self.size
        return self.data[place : place + self.size].rstrip(b"\0").decode()

    def answer(self, member, line):
        _, count = self.members[member]
        command, *words = line.split(" ", 2)
        if command == "FROM":
            first = int(words[0])
            numbers = range(first, min(first + int(words[1]), count + 1))
        elif command == "BEFORE":
            end = int(words[0])
            numbers = range(max(end - int(words[1]), 1), end)
        elif command == "LAST":
            numbers = range(count - int(words[0]) + 1, count + 1)
            if int(words[0]) > count:
                numbers = range(1, count + 1)
        else:
            found = (number for number in range(int(words[0]), count + 1) if words[1] in self.dive(member, number))
            numbers = list(found)[:1]
        return "".join(f"{number} {self.dive(member, number)}\n" for number in numbers)
