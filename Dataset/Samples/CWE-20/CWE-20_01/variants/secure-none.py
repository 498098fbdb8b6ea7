import json
from pathlib import Path
from typing import Optional


def _valid_amount(points) -> bool:
    if isinstance(points, bool):
        return False
    if not isinstance(points, int):
        return False
    return points > 0


def transfer_points(path: str, sender: str, receiver: str, points: int) -> Optional[int]:
    """Move points between two cards; anything that makes no sense changes nothing."""
    if not _valid_amount(points):
        return None

    store = Path(path)
    cards = json.loads(store.read_text(encoding="utf-8"))
    if sender not in cards or receiver not in cards or cards[sender] < points:
        return None

    cards[sender] -= points
    cards[receiver] += points
    store.write_text(json.dumps(cards, indent=2), encoding="utf-8")
    return cards[sender]


if __name__ == "__main__":
    demo = Path("demo-points.json")
    demo.write_text('{"C-1": 5, "C-2": 0}')
    print(transfer_points(str(demo), "C-1", "C-2", 5))
