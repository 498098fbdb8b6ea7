import functools
import json


def demand(*tests):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(path, *request, **named):
            if named:
                order = ("sender", "receiver", "points")
                request += tuple(named[key] for key in order[len(request):])
            for test, message in tests:
                if not test(*request):
                    raise ValueError(message)
            return function(path, *request)
        return wrapper
    return decorate


@demand(
    (lambda s, r, p: {type(s), type(r)} == {str}, "card numbers must be strings"),
    (lambda s, r, p: s != r, "a card cannot give to itself"),
    (lambda s, r, p: type(p) is int, "points must be an int"),
    (lambda s, r, p: not p < 1, "points must be positive"),
)
def transfer_points(path, sender, receiver, points):
    with open(path, "r+", encoding="utf-8") as file:
        cards = json.load(file)
        try:
            left, gained = cards[sender] - points, cards[receiver] + points
        except KeyError:
            return None
        if left < 0:
            return None
        text = json.dumps(cards | {sender: left, receiver: gained})
        file.seek(0)
        file.truncate()
        file.write(text)
    return left
