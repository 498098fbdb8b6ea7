import json
import logging
from base64 import b64decode, b64encode
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path

logger = logging.getLogger("satin_backup")


class LeadsOut(ValueError):
    pass


@dataclass(frozen=True, order=True)
class Design:
    name: str
    data: str

    def __post_init__(self):
        if not isinstance(self.name, str) or not isinstance(self.data, str):
            raise ValueError("name and data must be strings")
        if "\0" in self.name or any(part in ("", ".", "..") for part in self.parts):
            raise LeadsOut(self.name)

    @cached_property
    def parts(self):
        return tuple(self.name.split("/"))

    @cached_property
    def content(self):
        return b64decode(self.data, validate=True)

    @classmethod
    def read(cls, root, file):
        return cls("/".join(file.relative_to(root).parts), b64encode(file.read_bytes()).decode())

    def lies_in(self, folder):
        return self.parts[:len(folder)] == folder and len(self.parts) > len(folder)

    def write(self, root):
        for place in self._way(root):
            if place.is_symlink():
                raise LeadsOut(f"{place} is a symbolic link")
        target = root.joinpath(*self.parts)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.unlink(missing_ok=True)
        with target.open("xb") as file:
            file.write(self.content)
        logger.info("restored %s", self.name)

    def _way(self, root):
        for part in self.parts:
            root = root / part
            yield root


def _files(folder):
    pending = [folder]
    while pending:
        for entry in pending.pop().iterdir():
            if entry.is_symlink():
                logger.warning("left out, a symbolic link: %s", entry)
            elif entry.is_dir():
                pending.append(entry)
            elif entry.is_file():
                yield entry


def back_up(folder):
    root = Path(folder)
    designs = sorted(Design.read(root, file) for file in _files(root))
    return json.dumps({"made_by": "satin 2", "designs": list(map(asdict, designs))}, indent=4)


def restore(text, folder, only=None):
    try:
        designs = [Design(entry["name"], entry["data"]) for entry in json.loads(text)["designs"]]
    except (KeyError, TypeError) as error:
        raise ValueError("not a backup") from error
    wanted = tuple(only.strip("/").split("/")) if only is not None else ()
    root = Path(folder)
    root.mkdir(parents=True, exist_ok=True)
    chosen = [design for design in designs if design.lies_in(wanted)]
    for design in chosen:
        design.write(root)
    return sorted({design.name for design in chosen})
