from dataclasses import dataclass, replace
from pathlib import Path
from string import ascii_letters, digits

_KEEP = {ord(c): c for c in ascii_letters + digits + ".-_"} | {ord(" "): "-"}


class _Only(dict):
    def __missing__(self, key):
        return None


@dataclass(frozen=True)
class _Name:
    stem: str
    ending: str | None
    number: int = 1

    @classmethod
    def of(cls, sent):
        for cut in "/\\":
            sent = sent[sent.rfind(cut) + 1:]
        text = sent.translate(_Only(_KEEP))
        stem, dot, ending = text.rpartition(".")
        return cls(stem, ending) if dot else cls(text, None)

    def __str__(self):
        number = "" if self.number == 1 else f"-{self.number}"
        return self.stem + number + ("" if self.ending is None else "." + self.ending)

    @property
    def harmless(self):
        text = str(self).casefold()
        if text in ("", "php.ini") or text[0] == ".":
            return False
        return self.ending is None or self.ending.casefold() in ("ini", "cfg", "txt")

    def next(self):
        return replace(self, number=self.number + 1)


def store(folder, filename, data):
    place, name = Path(folder), _Name.of(filename)
    while name.harmless:
        if any(entry.name.casefold() == str(name).casefold() for entry in place.iterdir()):
            name = name.next()
            continue
        try:
            with (place / str(name)).open("xb") as target:
                target.write(data)
            return str(name)
        except FileExistsError:
            name = name.next()
        except OSError:
            break
    return None
