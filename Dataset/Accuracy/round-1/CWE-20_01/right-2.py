import functools
import json
import os
import shutil
import tempfile


def _valid(function):
    @functools.wraps(function)
    def checked(path, sender, receiver, points):
        match (sender, receiver, points):
            case (_, _, bool()):
                raise ValueError("a truth value is no number of points")
            case (str(), str(), int()) if points > 0 and sender != receiver:
                return function(path, sender, receiver, points)
        raise ValueError("bad request")
    return checked


@_valid
def transfer_points(path, sender, receiver, points):
    with open(path, "rb") as file:
        cards = json.loads(file.read())
    try:
        new = {sender: cards[sender] - points, receiver: cards[receiver] + points}
    except KeyError:
        return None
    if new[sender] < 0:
        return None
    cards.update(new)
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", delete=False,
                                     dir=os.path.dirname(os.path.abspath(path))) as out:
        json.dump(cards, out)
    shutil.copymode(path, out.name)
    os.replace(out.name, path)
    return new[sender]
