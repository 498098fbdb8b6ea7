import builtins
import datetime
import decimal
import importlib
import io
import pickle


class Reader(pickle.Unpickler):
    """Pickles without a name that leads anywhere: plain values, days and decimals."""

    KNOWN = {("datetime", "date"): datetime.date, ("decimal", "Decimal"): decimal.Decimal}

    def find_class(self, module, name):
        try:
            return self.KNOWN[module, name]
        except KeyError:
            raise ValueError(f"{module}.{name} is nothing for us") from None


LISTED = {type(None), bool, int, float, str, bytes, datetime.date, decimal.Decimal, list, tuple, set, dict}


def look(values):
    """Pickles can also hold a frozenset or a bytearray, and lists that are within themselves."""
    for value in values:
        if type(value) not in LISTED:
            raise ValueError("a value of another type")
        if isinstance(value, (list, tuple, set)):
            look(value)
        elif isinstance(value, dict):
            look(value.keys()), look(value.values())


def read(data, kinds):
    try:
        found = Reader(io.BytesIO(data)).load()
        look([found])
    except Exception as error:
        raise ValueError("these bytes cannot be read") from error
    if type(found) is not tuple or len(found) != 3 or type(found[0]) is not str or found[0] not in kinds:
        raise ValueError("these bytes are something else")
    return found


class Office:
    def order(self, job, *values):
        return pickle.dumps(("job", job, values), protocol=4)

    def value(self, answer):
        kind, name, value = read(answer, ("came to", "raised"))
        if kind == "came to":
            return value
        raise self.exception(name)(str(value))

    def exception(self, name):
        found = getattr(builtins, name, None) if type(name) is str else None
        if isinstance(found, type) and issubclass(found, Exception):
            return found
        raise ValueError("that is no exception")


class Computer:
    def __init__(self, module):
        self.module = importlib.import_module(module)

    def answer(self, message):
        _, job, values = read(message, ("job",))
        if type(job) is not str or job not in self.module.JOBS or type(values) is not tuple:
            raise ValueError(f"no job: {job}")
        try:
            reply = ("came to", "", self.module.JOBS[job](*values))
        except Exception as error:
            kind = type(error) if type(error).__module__ == "builtins" else RuntimeError
            reply = ("raised", kind.__name__, str(error))
        return pickle.dumps(reply, protocol=4)
