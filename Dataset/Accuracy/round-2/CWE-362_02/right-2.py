import logging
import secrets
from dataclasses import dataclass
from pathlib import Path

log = logging.getLogger(__name__)


class Taken(Exception):
    """The night has an observer already."""


@dataclass(frozen=True)
class Night:
    folder: Path
    date: str

    @property
    def file(self):
        return self.folder / f"{self.date}.txt"

    def claim(self, observer):
        draft = self.folder / f"{self.date}.{secrets.token_hex(16)}.draft"
        draft.touch(exist_ok=False)
        try:
            draft.write_bytes(observer.encode())
            self.file.hardlink_to(draft)
        except FileExistsError as error:
            raise Taken(self.date) from error
        finally:
            draft.unlink(missing_ok=True)

    @property
    def observer(self):
        return self.file.read_bytes().decode()


def reserve_night(folder, night, observer):
    try:
        Night(Path(folder), night).claim(observer)
    except Taken:
        log.info("%s is taken, not for %s", night, observer)
        return False
    else:
        return True


def observer_of(folder, night):
    try:
        return Night(Path(folder), night).observer
    except FileNotFoundError:
        return None
