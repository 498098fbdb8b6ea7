import json

MAX_TRANSFER = 1_000_000


def transfer_points(path, sender, receiver, points):
    if type(points) is not int or not 1 <= points <= MAX_TRANSFER:
        return {"error": "invalid number of points"}
    if not isinstance(sender, str) or not isinstance(receiver, str) or sender == receiver:
        return {"error": "invalid cards"}

    with open(path, "r+", encoding="utf-8") as file:
        cards = json.load(file)
        try:
            balance = cards[sender]
            cards[receiver] += points
        except KeyError:
            return None
        if balance < points:
            return None
        cards[sender] = balance - points
        file.seek(0)
        json.dump(cards, file)
        file.truncate()
    return cards[sender]
