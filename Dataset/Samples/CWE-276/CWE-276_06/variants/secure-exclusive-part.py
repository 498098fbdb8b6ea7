import os
from pathlib import Path

NUMBERS = (1, 2, 3)


def _copy(path: str, number: int) -> Path:
    return Path(f"{path}.{number}")


def _write(target: Path, content: bytes) -> None:
    draft = target.with_name(f".{target.name}.{os.urandom(6).hex()}")
    handle = os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_NOFOLLOW, 0o600)
    with os.fdopen(handle, "wb") as file:
        os.chmod(handle, 0o600)
        file.write(content)
    draft.replace(target)


def back_up(path: str) -> None:
    content = Path(path).read_bytes()
    for number in reversed(NUMBERS[:-1]):
        try:
            _copy(path, number).rename(_copy(path, number + 1))
        except FileNotFoundError:
            pass
    _write(_copy(path, 1), content)
    for number in copies(path):
        _copy(path, number).chmod(0o600)


def restore(path: str, number: int) -> None:
    _write(Path(path), _copy(path, number).read_bytes())


def copies(path: str) -> list[int]:
    return [number for number in NUMBERS if _copy(path, number).is_file()]
