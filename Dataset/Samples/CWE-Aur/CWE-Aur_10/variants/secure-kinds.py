from hashlib import sha256
from pathlib import Path
from secrets import compare_digest


def same(one, other):
    return compare_digest(one.encode("utf-8", "surrogatepass"), other.encode("utf-8", "surrogatepass"))


def may_enter(path: str, name: str, password: str) -> bool:
    try:
        lines = Path(path).read_bytes().decode().split("\n")
    except (OSError, UnicodeDecodeError):
        return False
    entries = [rest for account, colon, rest in (line.partition(":") for line in lines if line[:1] != "#") if colon and account == name]
    match list(entries[-1]) if entries else []:
        case [] | ["*", *_]:
            return False
        case ["$", "1", "$", *rest]:
            salt, _, wanted = "".join(rest).partition("$")
            if not (salt.isascii() and salt.isalnum() and len(wanted) == 64):
                return False
            return same(sha256((salt + password).encode("utf-8", "surrogatepass")).hexdigest(), wanted)
        case ["$", *_]:
            return False
    return same(entries[-1], password)
