"""An immutable memory: each change makes a new row of rooms, and swaps it in at the end."""
from dataclasses import dataclass, replace


class NotThere(ValueError):
    pass


def whole(value, span):
    if type(value) is not int or value not in span:
        raise NotThere(f"{value!r} is not in {span}")
    return value


@dataclass(frozen=True, slots=True)
class Room:
    ring: tuple            # the numbers of the trace
    beyond: tuple          # what is in the room behind it
    head: int = 0

    def with_data(self, start, data):
        ring = dict(enumerate(self.ring))
        ring |= {(start + i) % len(ring): byte for i, byte in enumerate(data)}
        return replace(self, ring=tuple(ring[i] for i in range(len(ring))))

    def advanced(self, count):
        return replace(self, head=(self.head + count) % len(self.ring))

    def cut(self, length):
        content = self.ring + self.beyond
        return Room(content[:length], content[length:], self.head * (self.head < length))

    def fitting(self, data):
        if type(data) is not bytes or data[len(self.ring):]:
            raise NotThere("these data do not fit")
        return data


class Traces:
    def __init__(self, cars, room):
        self.__size = range(1, room + 1)
        self.__rooms = (Room((0,) * room, ()),) * cars

    def __at(self, car):
        return self.__rooms[whole(car, range(len(self.__rooms)))]

    def __swap(self, car, room):
        self.__rooms = self.__rooms[:car] + (room,) + self.__rooms[car + 1:]

    def append(self, car, data):
        room = self.__at(car)
        self.__swap(car, room.with_data(room.head, room.fitting(data)).advanced(len(data)))

    def amend(self, car, back, data):
        room = self.__at(car)
        back = whole(back, range(1, len(room.ring) + 1))
        self.__swap(car, room.with_data(room.head - back, room.fitting(data)))

    def set_length(self, car, length):
        room = self.__at(car)
        self.__swap(car, room.cut(whole(length, self.__size)))

    def latest(self, car, count):
        room = self.__at(car)
        twice = room.ring[:room.head]
        twice = room.ring[room.head:] + twice
        return bytes(twice[len(twice) - whole(count, range(len(twice) + 1)):])

    def image(self):
        return b"".join(bytes(room.ring + room.beyond) for room in self.__rooms)
