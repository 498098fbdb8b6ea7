import contextlib
import copy
import logging
import re
from fractions import Fraction
from typing import NamedTuple

logger = logging.getLogger("plant")
PATTERN = re.compile(
    r"""(?P<material> \S+ )
        [ ] 0*(?P<whole> [0-9]+ ) (?: \. (?P<part> [0-9]+? )0* )?
        [ ] (?P<unit> k?g | t )""",
    re.VERBOSE,
)


class Shortage(Exception):
    pass


class Line(NamedTuple):
    material: str
    amount: Fraction

    @property
    def grams(self):
        if self.amount.denominator == 1 and self.amount >= 1:
            return self.amount.numerator
        raise ValueError(f"cannot weigh {self.amount} g of {self.material}")


def lines(message):
    for text in message.split("\n"):
        m = PATTERN.fullmatch(text)
        if not m:
            raise ValueError(f"malformed: {text!a}")
        whole, part = m["whole"], m["part"] or "0"
        if len(whole) > 7 or len(part) > 6:
            raise ValueError("more than 6 t or less than 1 g")
        yield Line(m["material"], Fraction(f"{whole}.{part}") * 1000 ** ("g", "kg", "t").index(m["unit"]))


class Plant:
    def __init__(self, stock):
        self._now = copy.copy(stock)

    @contextlib.contextmanager
    def _transaction(self):
        draft = dict(self._now)
        yield draft
        self._now = draft

    def order(self, message):
        with contextlib.suppress(Shortage), self._transaction() as draft:
            checked = [(line.material, line.grams) for line in lines(message)]
            result = dict(checked)
            if len(result) != len(checked):
                raise ValueError("a material is named twice")
            if sum(result.values()) > 6_000_000:
                raise ValueError("the mixer holds 6 t")
            missing = result.keys() - draft.keys()
            if missing:
                raise KeyError(*missing)
            for material in result:
                draft[material] -= result[material]
            if min(draft[material] for material in result) < 0:
                logger.info("not enough for %r", result)
                raise Shortage
            return result
        return None

    def stock(self):
        return dict(self._now)
