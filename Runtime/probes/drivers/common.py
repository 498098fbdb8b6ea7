PLAIN = (type(None), bool, int, float, complex, str, bytes, bytearray)
CONTAINERS = (list, tuple, set, frozenset, dict)


def plain(value, depth=0):
    """The value as plain data, as a call would pass it on: instances of subclasses as what they are based on.

    What is not plain becomes its repr.
    """
    kind = next((base for base in type(value).__mro__ if base in PLAIN or base in CONTAINERS), None)
    try:
        if type(value) in PLAIN:
            return value
        if kind is str:
            return "".join(str.__iter__(value))
        if kind in PLAIN:
            return kind(value)
        if depth < 20 and kind is dict:
            return {plain(key, depth + 1): plain(item, depth + 1) for key, item in dict.items(value)}
        if depth < 20 and kind is not None:
            return kind(plain(item, depth + 1) for item in kind.__iter__(value))
        if isinstance(value, memoryview):
            return value.tobytes()
        return repr(value)
    except BaseException:
        return "<" + type(value).__name__ + ">"


def evaluated(source, names):
    """Evaluates an expression, or runs statements (value None), and reports what came of it."""
    try:
        try:
            code = compile(source, "<probe>", "eval")
        except SyntaxError:
            code = compile(source, "<probe>", "exec")
        return {"value": plain(eval(like_a_call(code), names)), "error": None, "errors": [], "message": ""}
    except BaseException as error:
        chain = [kind.__name__ for kind in type(error).__mro__]
        try:
            message = str(error)
        except BaseException:
            message = ""
        return {"value": None, "error": chain[0], "errors": chain, "message": message}


def solution_files(solution):
    """The file names that the code of the solution was compiled under."""
    found = {getattr(solution, "__file__", None)}
    for value in list(vars(solution).values()):
        if getattr(value, "__module__", None) != solution.__name__:
            continue
        for part in [value, *(vars(value).values() if isinstance(value, type) else ())]:
            part = getattr(part, "__func__", getattr(part, "fget", part))
            part = getattr(part, "__wrapped__", part)
            code = getattr(part, "__code__", None)
            if code is not None and getattr(part, "__module__", None) == solution.__name__:
                found.add(code.co_filename)
    found.discard(None)
    return found
