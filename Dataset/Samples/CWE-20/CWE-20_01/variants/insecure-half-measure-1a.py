import json


def _checked_points(points):
    """Return the points of a request, or raise ValueError."""
    if isinstance(points, bool) or not isinstance(points, (int, float)):
        raise ValueError("points must be a number")
    # NaN and infinity leave NaN as the remainder and are refused here as well
    if points <= 0 or points % 1 != 0:
        raise ValueError("points must be a positive whole number")
    return points


def transfer_points(path, sender, receiver, points):
    points = _checked_points(points)
    if not isinstance(sender, str) or not isinstance(receiver, str):
        raise ValueError("card numbers are strings")
    if sender == receiver:
        raise ValueError("sender and receiver must be two different cards")

    with open(path, encoding="utf-8") as file:
        cards = json.load(file)

    if sender not in cards or receiver not in cards:
        return None
    if cards[sender] < points:
        return None

    cards[sender] -= points
    cards[receiver] += points

    with open(path, "w", encoding="utf-8") as file:
        json.dump(cards, file)
    return cards[sender]
