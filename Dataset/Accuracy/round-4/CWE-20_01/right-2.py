import contextlib
import json
import logging
from dataclasses import dataclass
from pathlib import Path

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Gift:
    sender: str
    receiver: str
    points: int

    def __post_init__(self):
        match self.sender, self.receiver, self.points:
            case _, _, bool():
                raise ValueError("points: no truth values")
            case str(a), str(b), int(n) if a != b and n > 0:
                pass
            case _:
                raise ValueError("not a valid gift")


class Refused(Exception):
    pass


@contextlib.contextmanager
def ledger(path):
    file = Path(path)
    cards = json.loads(file.read_text("utf-8"))
    yield cards
    file.write_text(json.dumps(cards), "utf-8")


def transfer_points(path, sender, receiver, points):
    gift = Gift(sender, receiver, points)
    try:
        with ledger(path) as cards:
            if gift.receiver not in cards or cards.get(gift.sender, -1) < gift.points:
                raise Refused
            cards[gift.sender] -= gift.points
            cards[gift.receiver] += gift.points
            return cards[gift.sender]
    except Refused:
        log.info("gift refused")
        return None
