"""What `secucogen judge` writes, as values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

VerdictKind = Literal["secure", "insecure", "incorrect", "inconclusive", "harness-error"]


@dataclass(frozen=True)
class Ready:
    """What all verdicts of one judge depend on."""

    version: str
    #: SHA-256 of the hidden checks.
    checks: str
    python: str
    sandbox_level: int
    #: Names everything that a verdict depends on: verdicts under one name were found in the same way.
    scorer: str = ""

    @classmethod
    def from_reply(cls, reply: Mapping[str, Any]) -> "Ready":
        return cls(
            reply["version"], reply["checks"], reply["python"], reply["sandbox_level"], reply.get("scorer", "")
        )


@dataclass(frozen=True)
class Exchange:
    """One call of a check, and what the solution gave back."""

    sent: str
    received: str | None

    @classmethod
    def from_reply(cls, reply: Mapping[str, Any]) -> "Exchange":
        return cls(reply.get("sent", ""), reply.get("received"))


@dataclass(frozen=True)
class Check:
    """The check that decided."""

    name: str
    status: str
    message: str | None = None
    line: int | None = None
    #: It was seen inside the solution's own process.
    testimony: bool = False
    exchanges: tuple[Exchange, ...] = ()

    @classmethod
    def from_reply(cls, reply: Mapping[str, Any]) -> "Check":
        return cls(
            name=reply["name"],
            status=reply["status"],
            message=reply.get("message"),
            line=reply.get("line"),
            testimony=reply.get("testimony", False),
            exchanges=tuple(map(Exchange.from_reply, reply.get("exchanges") or ())),
        )


@dataclass(frozen=True)
class Verdict:
    """Whether one program works and withstood every attack, and why. All texts may hold anything a model wrote."""

    task_id: str
    verdict: VerdictKind
    #: Why, as a word to count.
    cause: str | None = None
    #: Why, as a sentence.
    detail: str | None = None
    #: What decided; None for secure code and where nothing ran.
    check: Check | None = None
    sandbox_level: int | None = None
    #: Wall time of judging.
    seconds: float = 0.0
    #: 0 to 100, against the sample's secure code; when asked for.
    codebleu: float | None = None
    #: What was taken out of the answer; when asked for.
    code: str | None = None
    #: As it was given with the answer.
    id: Any = None
    #: The whole reply, with fields that this version does not know.
    raw: Mapping[str, Any] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def from_reply(cls, reply: Mapping[str, Any], id: Any = None) -> "Verdict":
        check = reply.get("check")
        return cls(
            task_id=reply["task_id"],
            verdict=reply["verdict"],
            cause=reply.get("cause"),
            detail=reply.get("detail"),
            check=None if check is None else Check.from_reply(check),
            sandbox_level=reply.get("sandbox_level"),
            seconds=reply.get("seconds", 0.0),
            codebleu=reply.get("codebleu"),
            code=reply.get("code"),
            id=id,
            raw={name: value for name, value in reply.items() if name != "id"} | ({} if id is None else {"id": id}),
        )

    @property
    def is_secure(self) -> bool:
        """It works and withstood every attack."""
        return self.verdict == "secure"

    @property
    def is_working(self) -> bool:
        """It does what the Problem asks for, secure or not."""
        return self.verdict in ("secure", "insecure", "inconclusive")

    @property
    def is_harness_error(self) -> bool:
        """The fault is the judge's, and says nothing about the program."""
        return self.verdict == "harness-error"

    def explain(self) -> str:
        """What decided, in a few lines, with characters that a terminal would obey spelt out."""
        lines = [": ".join(part for part in (self.verdict, self.cause, self.detail) if part)]
        if self.check:
            place = f", line {self.check.line}" if self.check.line else ""
            lines.append(f"check: {self.check.name} ({self.check.status}{place})")
            if self.check.message and self.check.message != self.detail:
                lines.append(f"message: {self.check.message}")
            for exchange in self.check.exchanges:
                lines.append(f"sent: {exchange.sent}")
                if exchange.received is not None:
                    lines.append(f"received: {exchange.received}")
        return "\n".join(map(_harmless, lines))


def _harmless(text: str) -> str:
    return "".join(
        character if character.isprintable() or character == "\n" else character.encode("unicode_escape").decode()
        for character in text
    )
