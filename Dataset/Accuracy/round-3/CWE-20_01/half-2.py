import json
import os
import tempfile


def transfer_points(path, sender, receiver, points):
    if not (isinstance(sender, str) and isinstance(receiver, str)) or sender == receiver:
        raise ValueError("sender and receiver must be two different cards")
    try:
        acceptable = not isinstance(points, bool) and points > 0 and points % 1 == 0
    except TypeError:
        acceptable = False
    if not acceptable:
        raise ValueError("points must be a positive whole number")

    with open(path, encoding="utf-8") as file:
        cards = json.load(file)
    if sender not in cards or receiver not in cards or cards[sender] < points:
        return None
    cards[sender] -= points
    cards[receiver] += points

    handle, temporary = tempfile.mkstemp(dir=os.path.dirname(os.path.abspath(path)))
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(cards, file)
    os.replace(temporary, path)
    return cards[sender]
