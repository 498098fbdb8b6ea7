from collections import OrderedDict
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from itertools import groupby
from operator import itemgetter
from pickle import Unpickler, UnpicklingError


class NotFromAScale(UnpicklingError, ValueError):
    """Raised for every file that no scale has written."""


class _Reader(Unpickler):
    table = {"datetime datetime": datetime, "decimal Decimal": Decimal, "collections OrderedDict": OrderedDict}

    def find_class(self, *names):
        return self.table[" ".join(names)]      # a KeyError otherwise; nothing is imported or looked up


# A little language for shapes: each is a function from a value to bool.
def exactly(kind):
    return lambda value: type(value) is kind


def every(kind, shape):
    return lambda value: type(value) is kind and all(map(shape, value))


def both(first, second):
    return lambda value: type(value) is tuple and len(value) == 2 and first(value[0]) and second(value[1])


def ordered(key, item):
    pair = both(key, item)
    return lambda value: (type(value) is OrderedDict and not value.__dict__
                          and all(map(pair, OrderedDict.items(value))))


def either(*shapes):
    return lambda value: any(shape(value) for shape in shapes)


def moment(value):
    return type(value) is datetime and value.tzinfo is None


SHAPE = {
    "hive": exactly(str),
    "readings": every(list, both(moment, exactly(Decimal))),
    "notes": ordered(moment, exactly(str)),
    "faults": every(set, exactly(str)),
    "firmware": either(exactly(type(None)), every(tuple, exactly(int))),
}


def _open(path):
    with open(path, "rb") as file:
        buffer = BytesIO(file.read())
    try:
        content = _Reader(buffer, fix_imports=False).load()
        fits = (type(content) is dict and sorted(content) == sorted(SHAPE) and buffer.read() == b""
                and all(shape(content[key]) for key, shape in SHAPE.items()))
    except Exception as cause:
        raise NotFromAScale(path) from cause
    if not fits:
        raise NotFromAScale(path)
    return content


def daily_means(path):
    readings = sorted(_open(path)["readings"], key=itemgetter(0))
    days = {}
    for day, group in groupby(readings, key=lambda reading: datetime.date(reading[0])):
        kilos = tuple(map(itemgetter(1), group))
        days[day.isoformat()] = format(sum(kilos, Decimal()) / len(kilos), ".2f")
    return days


def notes(path):
    return [(datetime.isoformat(time), text) for time, text in OrderedDict.items(_open(path)["notes"])]


def faulty(paths):
    names = set()
    for content in map(_open, paths):
        names |= {content["hive"]} if content["faults"] else set()
    return sorted(names)
