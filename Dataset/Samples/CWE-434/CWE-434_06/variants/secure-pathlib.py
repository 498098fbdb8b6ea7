from pathlib import Path

PNG = bytes.fromhex("89504E470D0A1A0A")
GIFS = {b"GIF87a", b"GIF89a"}
TYPES = {".png": "image/png", ".gif": "image/gif"}


class NoPicture(ValueError):
    """Raised for what no display can show."""


def suffix_for(data: bytes) -> str:
    if len(data) > 1 << 16:
        raise NoPicture("more than 64 KiB")
    if data[:8] == PNG:
        return ".png"
    if data[:6] in GIFS:
        return ".gif"
    raise NoPicture("not a PNG and not a GIF")


class Doorbells:
    def __init__(self, folder: str) -> None:
        self.folder = Path(folder)

    def _candidates(self, flat: int) -> list[Path]:
        return [self.folder / f"{int(flat)}{suffix}" for suffix in TYPES]

    def _current(self, flat: int) -> Path | None:
        return next((path for path in self._candidates(flat) if path.is_file()), None)

    def _settle(self, flat: int, data: bytes) -> str:
        target = self.folder / f"{int(flat)}{suffix_for(data)}"
        target.write_bytes(data)
        for path in self._candidates(flat):
            if path != target:
                path.unlink(missing_ok=True)
        return target.name

    def put(self, flat: int, name: str, data: bytes) -> str:
        return self._settle(flat, data)

    def show(self, flat: int) -> tuple[str, bytes] | None:
        path = self._current(flat)
        return (TYPES[path.suffix], path.read_bytes()) if path else None

    def move(self, old: int, new: int) -> str | None:
        path = self._current(old)
        if path is None:
            return None
        if old == new:
            return path.name
        stored = self._settle(new, path.read_bytes())
        path.unlink()
        return stored
