import enum
import hashlib
import hmac
import re
from functools import partial


class Op(str, enum.Enum):
    NONE, TRUE, FALSE, STR, INT, BYTES, TUPLE, LIST, SET, DICT = "NYFSIBTLED"


_LEAVES = {
    str: (Op.STR, lambda v: v.encode("utf-8", "surrogatepass").hex(),
          lambda h: bytes.fromhex(h).decode("utf-8", "surrogatepass")),
    int: (Op.INT, lambda v: f"{v:x}", lambda h: int(h, 16)),
    bytes: (Op.BYTES, bytes.hex, bytes.fromhex),
}
_CONSTANTS = {Op.NONE: None, Op.TRUE: True, Op.FALSE: False}
_BRANCHES = {tuple: Op.TUPLE, list: Op.LIST, set: Op.SET, dict: Op.DICT}
_PAIRS = lambda flat: dict(zip(flat[::2], flat[1::2]))
_BUILD = {Op.TUPLE: tuple, Op.LIST: list, Op.SET: set, Op.DICT: _PAIRS}
_READ = {op: read for op, _, read in _LEAVES.values()}


def _program(value):
    """The steps, in reverse order, that build the value on a stack."""
    todo = [value]
    while todo:
        item = todo.pop()
        for op, constant in _CONSTANTS.items():
            if item is constant:
                yield op.value
                break
        else:
            kind = type(item)
            if kind in _LEAVES:
                op, dump, _ = _LEAVES[kind]
                yield op.value + dump(item)
            elif kind in _BRANCHES:
                parts = [p for pair in item.items() for p in pair] if kind is dict else list(item)
                yield f"{_BRANCHES[kind].value}{len(parts):x}"
                todo += parts
            else:
                raise TypeError(f"{kind.__name__} does not belong on a slip")


def _run(program):
    stack = []
    for step in reversed(program.split("~")):
        op, rest = Op(step[0]), step[1:]
        if op in _CONSTANTS:
            stack.append(_CONSTANTS[op])
        elif op in _READ:
            stack.append(_READ[op](rest))
        else:
            size = int(rest, 16)
            parts = stack[len(stack) - size:]
            del stack[len(stack) - size:]
            stack.append(_BUILD[op](parts))
    (crate,) = stack
    return crate


class Slips:
    _FORM = re.compile(r"[0-9a-f]{64}:[!-~]+", re.ASCII)

    def __init__(self, word, earlier=()):
        if isinstance(earlier, str):
            raise TypeError("earlier is a list of words")
        self.__seals = tuple(map(self.__sealer, (word, *earlier)))

    @staticmethod
    def __sealer(word):
        if not isinstance(word, str):
            raise TypeError("a word is a string")
        if not word:
            raise ValueError("an empty word is no word")
        digest = hashlib.sha256(word.encode("utf-8", "surrogatepass")).digest()
        return partial(hmac.new, digest, digestmod="sha256")

    def write(self, crate):
        body = "~".join(_program(crate))
        return f"{self.__seals[0](body.encode()).hexdigest()}:{body}"

    def read(self, text):
        if not isinstance(text, str) or not self._FORM.fullmatch(text):
            raise ValueError("this is no slip")
        seal, body = text[:64].encode(), text[65:]
        if True not in [hmac.compare_digest(seal, s(body.encode()).hexdigest().encode())
                        for s in self.__seals]:
            raise ValueError("this slip was not written for this tour")
        return _run(body)
