def held(solution):
    """Texts and bytes (as Latin-1) that the module holds, in containers, classes, objects, defaults and closures too."""
    waiting, seen, found = [(value, 0) for value in list(vars(solution).values())], set(), []
    while waiting and len(seen) < 5000:
        value, depth = waiting.pop()
        if id(value) in seen or depth > 5:
            continue
        seen.add(id(value))
        kind = next((base for base in type(value).__mro__ if base in PLAIN or base in CONTAINERS), None)
        if kind in (str, bytes, bytearray):
            text = plain(value)
            found.append(text if kind is str else bytes(text).decode("latin-1"))
        elif kind is dict:
            waiting += [(one, depth + 1) for pair in dict.items(value) for one in pair]
        elif kind in CONTAINERS:
            waiting += [(one, depth + 1) for one in kind.__iter__(value)]
        else:
            waiting += [(one, depth + 1) for one in inside(value, solution.__name__)]
    return found


def inside(value, name):
    """What is in a function, class or object of the module, and the key of a Fernet."""
    if type(value).__name__ == "Fernet" and hasattr(value, "_encryption_key"):
        return [value._signing_key + value._encryption_key]
    if hasattr(value, "__code__") and getattr(value, "__module__", None) == name:
        cells = [cell.cell_contents for cell in value.__closure__ or () if cell != type(cell)()]
        return [value.__doc__, value.__defaults__, value.__kwdefaults__, *cells]
    if getattr(value, "__module__", None) != name:
        return []
    try:
        return list(vars(value).values())
    except TypeError:
        return []
