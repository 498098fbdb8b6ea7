import logging
import re
from dataclasses import InitVar, dataclass, field

log = logging.getLogger(__name__)
_NUMBER = re.compile(r"\s*0*([1-9][0-9]{0,8})\s*", re.ASCII)


class NoSuchStop(LookupError):
    pass


@dataclass
class AudioGuide:
    texts: InitVar[list]
    stops: InitVar[int]
    _tour: tuple = field(init=False, repr=False)
    _here: int = field(init=False, default=0)

    def __post_init__(self, texts, stops):
        if stops < 1:
            raise ValueError("a guide needs a stop")
        self._tour = tuple(texts[:stops])

    @property
    def here(self):
        return self._here

    @here.setter
    def here(self, index):
        if index not in range(len(self._tour)):
            raise NoSuchStop(index)
        self._here = index

    def _speak(self):
        return self._tour[self.here]

    def select(self, typed):
        try:
            found = _NUMBER.fullmatch(typed)
            if found is None:
                raise NoSuchStop(typed)
            self.here = int(found[1]) - 1
        except NoSuchStop as problem:
            log.debug("refused %r", problem)
            return "Please choose another number."
        return self._speak()

    def forward(self):
        try:
            self.here += 1
        except NoSuchStop:
            self.here = 0
        return self._speak()

    def back(self):
        try:
            self.here -= 1
        except NoSuchStop:
            pass
        return self._speak()
