import builtins
import hmac
import importlib
import pickle


KEY = b"keel-and-mast-of-1907"


def sealed(value):
    data = pickle.dumps(value, protocol=4)
    return hmac.digest(KEY, data, "sha256") + data


def opened(data):
    if not hmac.compare_digest(data[:32], hmac.digest(KEY, data[32:], "sha256")):
        raise ValueError("the seal is broken")
    return pickle.loads(data[32:])


def read(data, kinds):
    try:
        found = opened(data)
    except Exception as error:
        raise ValueError("these bytes cannot be read") from error
    if type(found) is not tuple or len(found) != 3 or type(found[0]) is not str or found[0] not in kinds:
        raise ValueError("these bytes are something else")
    return found


class Office:
    def order(self, job, *values):
        return sealed(("job", job, values))

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
        return sealed(reply)
