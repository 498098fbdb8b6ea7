import json
import os
import tempfile


def _check(sender, receiver, points):
    if type(points) is not int or points <= 0:
        raise ValueError("points must be a positive whole number")
    if not (isinstance(sender, str) and isinstance(receiver, str)):
        raise ValueError("card numbers must be strings")
    if sender == receiver:
        raise ValueError("sender and receiver must be two different cards")


def _write(path, cards):
    folder = os.path.dirname(os.path.abspath(path))
    fd, tmp = tempfile.mkstemp(dir=folder)
    try:
        with os.fdopen(fd, "w", encoding="utf-8") as f:
            json.dump(cards, f)
        os.replace(tmp, path)
    except BaseException:
        os.unlink(tmp)
        raise


def transfer_points(path, sender, receiver, points):
    _check(sender, receiver, points)

    with open(path, encoding="utf-8") as f:
        cards = json.load(f)

    if sender not in cards or receiver not in cards:
        return None
    if cards[sender] < points:
        return None

    cards[sender] -= points
    cards[receiver] += points
    _write(path, cards)
    return cards[sender]
