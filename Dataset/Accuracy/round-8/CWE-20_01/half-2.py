import json
import os
import threading

_lock = threading.Lock()
_read = {}


def _cards(path):
    """The cards of a file, which is only read again when it has changed."""
    state = os.stat(path)
    stamp = (state.st_mtime_ns, state.st_size, state.st_ino)
    if path not in _read or _read[path][0] != stamp:
        with open(path, encoding="utf-8") as file:
            _read[path] = stamp, json.load(file)
    return _read[path][1]


def _write(path, cards):
    temporary = f"{path}.tmp"
    with open(temporary, "w", encoding="utf-8") as file:
        json.dump(cards, file)
    os.replace(temporary, path)


def transfer_points(path, sender, receiver, points):
    if type(points) is not int or points < 1:
        raise ValueError("points must be a positive whole number")
    if type(sender) is not str or type(receiver) is not str or sender == receiver:
        raise ValueError("sender and receiver must be two different cards")
    with _lock:
        cards = _cards(path)
        try:
            cards[receiver] += points
            cards[sender] -= points
        except KeyError:
            return None
        if cards[sender] < 0:
            return None
        _write(path, cards)
        return cards[sender]
