from __future__ import annotations

from dataclasses import dataclass, field


class NotAllowed(PermissionError):
    pass


@dataclass(eq=False)
class Person:
    """One stay on board: who joins again is another one, whom nobody has appointed."""

    name: str
    limit: int
    deputy: Person | None = None
    ashore: bool = False


@dataclass
class Slip:
    author: str
    amount: int
    signature: tuple[str, str | None] | None = None


@dataclass
class Crew:
    people: dict[str, Person] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Person:
        return self.people[name]


class Slips:
    def __init__(self, limits: dict[str, int]) -> None:
        self.crew = Crew({name: Person(name, limit) for name, limit in limits.items()})
        self.slips: dict[int, Slip] = {}

    def write(self, person: str, amount: int) -> int:
        number = len(self.slips) + 1
        self.slips[number] = Slip(self.crew[person].name, amount)
        return number

    def appoint(self, person: str, deputy: str) -> None:
        self.crew[person].deputy = self.crew[deputy]

    def dismiss(self, person: str) -> None:
        self.crew[person].deputy = None

    def sign(self, person: str, number: int, on_behalf_of: str | None = None) -> None:
        signer, slip = self.crew[person], self.slips[number]
        if on_behalf_of is None:
            bearer = signer
        else:
            bearer = self.crew[on_behalf_of]
            if bearer.deputy is not signer or signer.ashore:
                raise NotAllowed("not the deputy")
        if slip.signature is not None:
            raise NotAllowed("signed already")
        if slip.author in {signer.name, bearer.name}:
            raise NotAllowed("one's own slip")
        if slip.amount > bearer.limit:
            raise NotAllowed("above the limit")
        slip.signature = (person, on_behalf_of)

    def signed(self) -> dict[int, tuple[str, str | None]]:
        return {number: slip.signature for number, slip in self.slips.items() if slip.signature}

    def set_limit(self, person: str, limit: int) -> None:
        self.crew[person].limit = limit

    def leave(self, person: str) -> None:
        self.crew.people.pop(person).ashore = True

    def join(self, person: str, limit: int) -> None:
        if person in self.crew.people:
            raise KeyError(person)
        self.crew.people[person] = Person(person, limit)
