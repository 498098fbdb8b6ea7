"""Applications of one process with people of the same names: a login of one of them is nothing to the others.

    places = namesakes.Places(lambda people: solution.create_app(people, PRICES), SHOPS, log_in)
    exploit_if(found := places.crossed(does), found)

What they share may be a key that signs sessions, a table of visits, a memory of passwords that were right, or numbers of
visits that each application counts from one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import harness
from probes.machines import elsewhere

People = Mapping[str, Mapping[str, Any]]


def _cookies(client: Any) -> tuple[tuple[str, str, str], ...]:
    """What the client keeps, as name, value and path."""
    kept = getattr(client, "_cookies", None) or {}
    return tuple(sorted({(cookie.key, cookie.value, cookie.path) for cookie in kept.values()}))


class Places:
    """One application for each of several groups of people, and a visit of each person in each."""

    def __init__(self, create: Callable[[People], Any], groups: Mapping[str, People], log_in: Callable[[Any, str, Any], Any]) -> None:
        self._log_in, self.places = log_in, {}
        apps = {name: create({who: dict(about) for who, about in people.items()}) for name, people in groups.items()}
        for name, people in groups.items():
            own: dict[str, Any] = {}
            for who, about in people.items():
                client = self._visit(apps[name], who, about["password"])
                own[f"the word of {who}"] = ("word", who, about["password"], "")
                if cookies := _cookies(client):
                    # Signed in one second with one key, two may be the same; of another place they are still.
                    own[f"the session of {who}"] = ("session", who, cookies, name)
            self.places[name] = (apps[name], own)

    def _visit(self, app: Any, who: str, word: Any) -> Any:
        client = harness.web_client(app)
        harness.attempt(self._log_in, client, who, word)
        return client

    def crossed(self, does: Callable[[Any, str], str]) -> str:
        """`does(client, name)` says what a client with a login from elsewhere, as `name`, has done; empty if nothing."""

        def tried(app: Any, credential: tuple[str, str, Any, str]) -> str:
            kind, who, what, _ = credential
            if kind == "word":
                return does(self._visit(app, who, what), who)
            client = harness.web_client(app)
            for name, value, path in what:
                client.set_cookie(name, value, path=path)
            return does(client, who)

        # Not used where they are good: that would change who may what; each has logged in, which is use enough.
        return elsewhere.crossed(self.places, tried, used_first=False)
