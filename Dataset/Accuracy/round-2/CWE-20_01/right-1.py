import json
import logging
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

logger = logging.getLogger(__name__)


class NotPossible(Exception):
    pass


@dataclass(frozen=True)
class Transfer:
    sender: str
    receiver: str
    points: int

    def __post_init__(self):
        match self:
            case Transfer(points=bool()):
                raise ValueError("a truth value is no number of points")
            case Transfer(str() as a, str() as b, int() as n) if n >= 1 and a != b:
                return
        raise ValueError("not a valid transfer")

    def apply(self, cards):
        if not {self.sender, self.receiver} <= cards.keys():
            raise NotPossible("unknown card")
        if self.points > cards[self.sender]:
            raise NotPossible("not enough points")
        changes = {self.sender: -self.points, self.receiver: self.points}
        return {card: held + changes.get(card, 0) for card, held in cards.items()}


def _store(path, cards):
    target = Path(path)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=target.name)
    try:
        with open(handle, "w", encoding="utf-8") as out:
            json.dump(cards, out)
        os.chmod(name, target.stat().st_mode & 0o777)
        os.replace(name, target)
    except BaseException:
        os.unlink(name)
        raise


def transfer_points(path, sender, receiver, points):
    order = Transfer(sender, receiver, points)
    try:
        cards = order.apply(json.loads(Path(path).read_bytes()))
    except NotPossible as reason:
        logger.info("refused: %s", reason)
        return None
    _store(path, cards)
    return cards[sender]
