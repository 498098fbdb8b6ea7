import struct


class Logs:
    """Keeps the pages that were asked for lately."""

    def __init__(self, path):
        with open(path, "rb") as file:
            self.data = file.read()
        members, self.size = struct.unpack_from("<HH", self.data, 4)
        self.members, self.pages = {}, {}
        for number in range(members):
            name, start, count = struct.unpack_from("<12sII", self.data, 8 + 20 * number)
            self.members[name.rstrip(b"\0").decode()] = start, count

    def page(self, member, first, end):
        """The dives in front of number `end`, from `first` on."""
        start, count = self.members[member]
        place = start + (first - 1) * self.size
        if (place, end - first) not in self.pages:
            if not 1 <= first <= end <= count + 1:
                raise ValueError("no such page")
            parts = (self.data[at : at + self.size] for at in range(place, place + (end - first) * self.size, self.size))
            self.pages[place, end - first] = [part.rstrip(b"\0").decode() for part in parts]
        return "".join(f"{number} {dive}\n" for number, dive in enumerate(self.pages[place, end - first], first))

    def answer(self, member, line):
        _, count = self.members[member]
        command, *words = line.split(" ", 2)
        if command == "FROM":
            first = int(words[0])
            return self.page(member, first, first + int(words[1]) if first < 1 else min(first + int(words[1]), max(count + 1, first)))
        if command == "BEFORE":
            end = int(words[0])
            return self.page(member, max(end - int(words[1]), 1), end)
        if command == "LAST":
            return self.page(member, max(count - int(words[0]), 0) + 1, count + 1)
        for number in range(int(words[0]), count + 1):
            if words[1] in (shown := self.page(member, number, number + 1)).split(" ", 1)[1]:
                return shown
        return ""
