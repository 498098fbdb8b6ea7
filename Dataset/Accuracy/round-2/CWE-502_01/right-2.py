from dataclasses import dataclass
from enum import IntEnum

import yaml

PREFIX = "tag:yaml.org,2002:"
PLAIN = {None, "!"} | {PREFIX + word for word in (
    "null bool int float str binary timestamp seq map set omap pairs merge".split())}
Day = IntEnum("Day", "mon tue wed thu fri sat sun", start=0)


@dataclass(frozen=True)
class Bed:
    name: str
    litres: float
    days: tuple

    @classmethod
    def from_mapping(cls, mapping):
        match mapping:
            case {"name": str(name), "litres": int(litres) | float(litres), "days": [*days]}:
                if all(day in Day.__members__ for day in days):
                    return cls(name, litres, tuple(Day[day] for day in days))
        raise ValueError("not a bed")


def screened(plan_text):
    for event in yaml.parse(plan_text, Loader=yaml.SafeLoader):
        if getattr(event, "tag", None) not in PLAIN:
            raise ValueError(f"tag {event.tag!r} refused")
    return plan_text


def parse(plan_text):
    try:
        match yaml.safe_load(screened(plan_text)):
            case {"beds": [*entries]}:
                return list(map(Bed.from_mapping, entries))
    except (yaml.YAMLError, TypeError) as error:
        raise ValueError("the plan cannot be read") from error
    raise ValueError("a plan has beds")


def weekly_litres(plan_text):
    return dict((bed.name, bed.litres * len(bed.days)) for bed in parse(plan_text))


def busiest_day(plan_text):
    totals = {}
    for bed in parse(plan_text):
        for day in bed.days:
            totals[day] = totals.get(day, 0) + bed.litres
    if not totals:
        return None
    return min(totals, key=lambda day: (-totals[day], day)).name
