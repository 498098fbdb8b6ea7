"""What is good in one place is nothing in another: objects, applications and files of one process that share a memory."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any


def crossed(
    places: Mapping[str, tuple[Any, Mapping[str, Any]]], does: Callable[[Any, Any], Any], used_first: bool = True
) -> str:
    """Whose credential of one place does something at another; empty if none does.

    `places` maps names to a subject and its credentials, by whose they are. `does(subject, credential)` tries it, and
    says what came of it. What a place knows itself, under whatever name, is not tried there. With `used_first`, each
    credential is used where it is good before: what is remembered of that must not count elsewhere.
    """
    if used_first:
        for subject, own in places.values():
            for credential in own.values():
                does(subject, credential)
    for name, (subject, own) in places.items():
        for other, (_, theirs) in places.items():
            for whose, credential in theirs.items():
                if name != other and credential not in own.values() and (found := does(subject, credential)):
                    return f"{whose} of {other} at {name}: {found}"
    return ""
