import contextlib
import fcntl
import json
from collections import UserDict
from dataclasses import dataclass


class Refused(ValueError):
    pass


class NotPossible(Exception):
    pass


@dataclass(frozen=True)
class Gift:
    sender: str
    receiver: str
    points: int

    def __post_init__(self):
        match self.sender, self.receiver, self.points:
            case _, _, bool():
                raise Refused("points is no truth value")
            case str(), str(), int() if self.points >= 1 and len({self.sender, self.receiver}) == 2:
                return
        raise Refused(f"not a gift: {self!r}")


class Cards(UserDict):
    def __missing__(self, card):
        raise NotPossible(card)

    def book(self, gift):
        after = {
            gift.sender: self[gift.sender] - gift.points,
            gift.receiver: self[gift.receiver] + gift.points,
        }
        if after[gift.sender] < 0:
            raise NotPossible("not enough")
        return {**self.data, **after}


@contextlib.contextmanager
def locked(path):
    with open(path, "r+", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield file


def transfer_points(path, sender, receiver, points):
    gift = Gift(sender, receiver, points)
    with contextlib.suppress(NotPossible), locked(path) as file:
        after = Cards(json.load(file)).book(gift)
        text = json.dumps(after)
        file.seek(0)
        file.write(text)
        file.truncate()
        return after[gift.sender]
    return None
