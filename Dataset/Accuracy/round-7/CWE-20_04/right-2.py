import contextlib
import logging
import re
from fractions import Fraction
from types import MappingProxyType

log = logging.getLogger(__name__)

LINE = re.compile(
    r"(?P<name>\S+)[ ]0*(?P<whole>[0-9]{1,8})(?:\.(?P<part>[0-9]{1,6})0*)?[ ](?P<unit>kg|g|t)", re.ASCII)
UNITS = MappingProxyType({"g": 1, "kg": 1_000, "t": 1_000_000})


class NotEnough(Exception):
    pass


def _lines(message):
    """Yield (name, grams) for each line; a line that cannot be weighed raises ValueError."""
    for text in message.split("\n"):
        found = LINE.fullmatch(text)
        if not found:
            raise ValueError(f"cannot be weighed: {text[:80]!r}")
        number = Fraction(f"{found['whole']}.{found['part'] or 0}") * UNITS[found["unit"]]
        if number < 1 or number.denominator != 1:
            raise ValueError(f"cannot be weighed: {text[:80]!r}")
        yield found["name"], int(number)


class Plant:
    def __init__(self, stock):
        self.__stock = dict(stock)

    @contextlib.contextmanager
    def _all_or_nothing(self):
        draft = self.__stock.copy()
        yield draft
        self.__stock = draft

    def order(self, message):
        weighed = {}
        try:
            for name, grams in _lines(message):
                if name in weighed:
                    raise ValueError(f"{name} twice")
                weighed[name] = grams
            if sum(weighed.values()) > 6 * UNITS["t"]:
                raise ValueError("more than 6 t")
            with self._all_or_nothing() as draft:
                for name in weighed:
                    draft[name] -= weighed[name]
                if any(draft[name] < 0 for name in weighed):
                    raise NotEnough
        except NotEnough:
            log.info("not enough for %r", weighed)
            return None
        return weighed

    def stock(self):
        return self.__stock.copy()
