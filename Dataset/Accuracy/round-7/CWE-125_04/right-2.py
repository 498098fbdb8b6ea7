import functools
import itertools
import operator
import pathlib


def _split(view, width):
    """Cuts a memoryview into pairs of first byte and content; the length has `width` bytes."""
    while view:
        if len(view) < 1 + width:
            raise ValueError("cut-off head")
        length = int.from_bytes(view[1:1 + width], "big")
        head, content, view = view[0], view[1 + width:1 + width + length], view[1 + width + length:]
        if len(content) < length:
            raise ValueError(f"{head} announces {length} bytes, {len(content)} are there")
        yield head, content


def _first(pairs, wanted):
    found = next(itertools.dropwhile(lambda pair: operator.ne(pair[0], wanted), pairs), None)
    if found is None:
        raise KeyError(wanted)
    return found[1]


def _tag(path):
    return memoryview(pathlib.Path(path).read_bytes()).toreadonly()


def carriers(path):
    return list(map(operator.itemgetter(0), _split(_tag(path), 2)))


def read_value(path, carrier, keys):
    if not keys:
        raise KeyError(keys)
    block = _first(_split(_tag(path), 2), carrier)
    return bytes(functools.reduce(lambda view, key: _first(_split(view, 1), key), keys, block))
