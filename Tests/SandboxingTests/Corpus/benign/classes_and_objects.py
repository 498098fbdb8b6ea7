import collections
import dataclasses
import decimal
import enum
import pathlib


class Colour(str, enum.Enum):
    RED = "red"


@dataclasses.dataclass
class Item:
    name: str
    price: int = 0


class Cart:
    def __init__(self):
        self.items = []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.items.append(Item("closed"))

    def add(self, name, price):
        if price < 0:
            raise ValueError(f"negative: {price}")
        self.items.append(Item(name, price))
        return self

    def __len__(self):
        return len(self.items)

    def __iter__(self):
        return iter(item.name for item in self.items)

    @property
    def total(self):
        return sum(item.price for item in self.items)


Point = collections.namedtuple("Point", "x y")


def answer(question):
    counts = collections.Counter("aab")
    return Colour.RED, Point(1, 2), counts, decimal.Decimal("1.50"), pathlib.Path("/a/b")


# --- check
from harness import RemoteError, attempt, attribute, solution, text, type_names


def test_answer():
    colour, point, counts, price, path = solution.answer("")
    assert (colour, point, counts) == ("red", (1, 2), {"a": 2, "b": 1})
    assert (text(price), text(path)) == ("1.50", "/a/b")
    assert "Decimal" in type_names(price)
    with solution.Cart() as cart:
        cart.add("tea", 3).add("cup", 4)
        assert len(cart) == 2 and attribute(cart, "total") == 7
        assert list(cart) == ["tea", "cup"]
    assert len(cart) == 3
    assert attribute(attribute(cart, "items")[2], "name") == "closed"
    try:
        cart.add("tea", -1)
    except ValueError as error:
        assert isinstance(error, RemoteError) and str(error) == "negative: -1"
        assert error.type_names[:2] == ["ValueError", "Exception"]
    else:
        assert False
    assert cart != solution.Cart() and not attempt(solution.Cart, 1).returned
