import json
import operator
import os
import tempfile


class InvalidTransfer(Exception):
    """The request does not describe a transfer."""


def _load(path):
    with open(path, "r") as handle:
        return json.load(handle)


def _save(path, cards):
    folder = os.path.dirname(os.path.abspath(path))
    descriptor, temporary = tempfile.mkstemp(dir=folder, suffix=".tmp")
    with os.fdopen(descriptor, "w") as handle:
        json.dump(cards, handle, allow_nan=False)
    os.replace(temporary, path)


def transfer_points(path, sender, receiver, points):
    try:
        points = operator.index(points)
    except TypeError:
        raise InvalidTransfer(f"{points!r} is not a number of points")
    if points < 1:
        raise InvalidTransfer("at least one point has to be given")

    cards = _load(path)
    if sender not in cards or receiver not in cards:
        return None
    if cards[sender] < points:
        return None
    if sender != receiver:
        cards[sender] = cards[sender] - points
        cards[receiver] = cards[receiver] + points
        _save(path, cards)
    return cards[sender]
