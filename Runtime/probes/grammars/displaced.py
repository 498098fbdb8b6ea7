"""Templates in which what is right at one kind of place stands at another, once the program has met it where it is right.

Who remembers what was taken apart, looked at or filled in, by less than all that it depends on, takes it for right there as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Displaced:
    """Templates that are used first, one after the other, refused or not; then one with a stranger at the wrong place."""

    before: tuple[str, ...]
    template: str
    stranger: str


def templates(places: Mapping[str, Sequence[str]]) -> Iterator[Displaced]:
    """`places` has for each kind of place, as a form with `@`, the fields that may stand there. The likeliest come first."""
    kinds = [(form, list(fields)) for form, fields in places.items()]
    for way in _WAYS:
        for form, fields in kinds:
            for other, others in kinds:
                for number, field in enumerate(fields):
                    if form != other and field not in others:
                        sibling, native = fields[(number + 1) % len(fields)], others[number % len(others)]
                        yield way(lambda text, form=form: form.replace("@", text), lambda text, other=other: other.replace("@", text), field, sibling, native)


#: Ways to bring a field from its own place to the wrong one, with a sibling that may stand where it does, and a native of the other.
_WAYS = (
    # It was right in an earlier template; what fills it in is there once more by a sibling.
    lambda own, wrong, field, sibling, native: Displaced((own(field),), own(sibling) + wrong(field), field),
    lambda own, wrong, field, sibling, native: Displaced((), own(field) + wrong(field), field),
    lambda own, wrong, field, sibling, native: Displaced((own(field),), wrong(field), field),
    lambda own, wrong, field, sibling, native: Displaced((own(field) + wrong(native),), wrong(field) + own(sibling), field),
    # What was refused once, or in the middle.
    lambda own, wrong, field, sibling, native: Displaced((wrong(field), own(sibling) + wrong(field)), own(sibling) + wrong(field), field),
    # The whole text was right, but for its last place; another one was right there.
    lambda own, wrong, field, sibling, native: Displaced((own(field) + wrong(native), own(field)), own(field) + wrong(native + field), field),
    lambda own, wrong, field, sibling, native: Displaced((wrong(native), own(field)), wrong(native) + wrong(f"{native} {field}"), field),
    # A place in a place.
    lambda own, wrong, field, sibling, native: Displaced((own(field),), wrong(own(field).rstrip("\n")), field) if own("x").startswith("x") else Displaced((own(sibling),), wrong("x") + wrong(field), field),
    lambda own, wrong, field, sibling, native: Displaced((own(f"{field} {sibling}"),), own(f"{sibling} {field}") + wrong(f"{field} {sibling}"), field),
)  # fmt: skip
