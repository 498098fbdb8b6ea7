import json
import os
import tempfile


def transfer_points(path, sender, receiver, points):
    if type(points) is not int or points <= 0:
        raise ValueError("points must be a positive whole number")
    if not isinstance(sender, str) or not isinstance(receiver, str):
        raise ValueError("card numbers are strings")
    if sender == receiver:
        raise ValueError("sender and receiver must be two cards")
    sender, receiver = sender.strip(), receiver.strip()
    with open(path, encoding="utf-8") as file:
        cards = json.load(file)
    if sender not in cards or receiver not in cards:
        return None
    left, gained = cards[sender] - points, cards[receiver] + points
    if left < 0:
        return None
    cards[sender] = left
    cards[receiver] = gained
    fd, temporary = tempfile.mkstemp(dir=os.path.dirname(os.path.abspath(path)))
    with os.fdopen(fd, "w", encoding="utf-8") as file:
        json.dump(cards, file)
    os.replace(temporary, path)
    return left
