import functools
import json
import logging
import re

logger = logging.getLogger("settings")


@functools.singledispatch
def written(value):
    raise ValueError("a %s cannot be a setting" % type(value).__name__)


@written.register(type(None))
@written.register(bool)
def _(value):
    return format(value)


@written.register
def _(value: int):
    return "%#x" % value


@written.register
def _(value: float):
    return "float.fromhex(%r)" % value.hex()


@written.register
def _(value: str):
    return "".join(["bytes.fromhex('", value.encode("utf-8", "surrogatepass").hex(), "').decode('utf-8', 'surrogatepass')"])


@written.register
def _(value: list):
    if [item for item in value if not isinstance(item, str)]:
        raise ValueError("strings only")
    return "[" + "".join(written(item) + ", " for item in value) + "]"


def docstring(text):
    return '"' + "".join(c if c.isascii() and c.isalnum() or c == " " else "\\U%08x" % ord(c) for c in text) + '"'


class Settings:
    def __init__(self, club):
        self.__club, self.__order = docstring(club), {}

    def put(self, name, value, note=""):
        if not (isinstance(name, str) and re.match(r"[A-Z][A-Z0-9_]*\Z", name, re.ASCII)):
            logger.warning("refused a name: %a", name)
            raise ValueError("name")
        comment = json.dumps(note, ensure_ascii=True)[1:-1] if note else ""
        self.__order[name] = "{} = {}".format(name, written(value)) + ("  # note: " + comment) * bool(note)

    def source(self):
        return "\n".join((self.__club, *self.__order.values(), ""))
