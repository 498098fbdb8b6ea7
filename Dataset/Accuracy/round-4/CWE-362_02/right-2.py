import asyncio
import tempfile
from pathlib import Path


async def _attempt(place, observer):
    with tempfile.TemporaryDirectory(dir=place.parent, prefix="desk-", suffix=".d") as desk:
        note = Path(desk) / "name"
        note.write_bytes(observer.encode())
        note.chmod(0o644)
        place.hardlink_to(note)


def reserve_night(folder, night, observer):
    outcome, = asyncio.run(_gather(Path(folder) / f"{night}.txt", observer))
    if isinstance(outcome, FileExistsError):
        return False
    if outcome is not None:
        raise outcome
    return True


async def _gather(place, observer):
    return await asyncio.gather(_attempt(place, observer), return_exceptions=True)


def observer_of(folder, night):
    place = Path(folder) / f"{night}.txt"
    try:
        return str(place.read_bytes(), "utf-8")
    except FileNotFoundError:
        return None
