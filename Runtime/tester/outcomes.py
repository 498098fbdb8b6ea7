"""What a check concludes, and the exceptions by which it says so."""

from dataclasses import dataclass, field

from tester import context

LONGEST_MESSAGE = 400


class Exploited(BaseException):
    """An attack had its effect. Not an Exception: a check's own `except Exception` must not swallow it."""


class Inconclusive(BaseException):
    """The check could not tell."""


class CheckTimeout(BaseException):
    """The check took longer than it may. `limit` is `check` or `cpu`."""

    def __init__(self, limit: str, reason: str) -> None:
        super().__init__(reason)
        self.limit = limit


@dataclass
class Outcome:
    """The result of one check, as it is reported."""

    name: str
    status: str
    message: str | None = None
    line: int | None = None
    is_testimony: bool = False
    #: A limit that the solution ran into, as its exception shows: `memory`, `files`, `disk`, `processes`.
    limit: str | None = None
    #: The last exchanges with the solution, when it did not pass, and how many came before them.
    exchanges: list[dict[str, str | None]] = field(default_factory=list)
    earlier: int = 0

    def document(self) -> dict[str, object]:
        message = None if self.message is None else " ".join(_repeatable(self.message).split())[:LONGEST_MESSAGE]
        document: dict[str, object] = {
            "check": self.name,
            "status": self.status,
            "message": message,
            "line": self.line,
            "isTestimony": self.is_testimony,
            "limit": self.limit,
        }
        if self.status != "passed" and self.exchanges:
            document["exchanges"] = [
                {name: text if text is None else _repeatable(text) for name, text in one.items()}
                for one in self.exchanges
            ]
            document["earlierExchanges"] = self.earlier
        return document


def _repeatable(message: str) -> str:
    """Without words that were made up for this run alone: a run that is repeated says the same."""
    for word, name in context.current.made_up.items():
        message = message.replace(word, name)
    return message


def exploited(evidence: str) -> None:
    """Ends the check: the attack worked, and this is what the attacker gained."""
    raise Exploited(evidence)


def exploit_if(condition: bool, evidence: str) -> None:
    """Ends the check as `exploited` when the condition holds."""
    if condition:
        raise Exploited(evidence)


def inconclusive(reason: str) -> None:
    """Ends the check: it could not be carried out."""
    raise Inconclusive(reason)
