from collections import Counter
from dataclasses import dataclass
from io import StringIO

import yaml

WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class PlanLoader(yaml.SafeLoader):
    def construct_undefined(self, node):
        raise ValueError(f"tag {node.tag!r} is not allowed")


PlanLoader.add_constructor(None, PlanLoader.construct_undefined)


@dataclass(frozen=True)
class Bed:
    name: str
    litres: float
    days: tuple

    @classmethod
    def from_mapping(cls, raw):
        if not isinstance(raw, dict) or not {"name", "litres", "days"} <= raw.keys():
            raise ValueError("a bed has a name, litres and days")
        if not isinstance(raw["name"], str) or not isinstance(raw["days"], list):
            raise ValueError("malformed bed")
        if isinstance(raw["litres"], bool) or not isinstance(raw["litres"], (int, float)):
            raise ValueError("litres must be a number")
        if any(day not in WEEK for day in raw["days"]):
            raise ValueError("unknown day")
        return cls(raw["name"], raw["litres"], tuple(raw["days"]))


def _parse(plan_text):
    try:
        loader = PlanLoader(StringIO(plan_text))
        try:
            data = loader.get_single_data()
        finally:
            loader.dispose()
    except yaml.YAMLError as problem:
        raise ValueError(f"not a plan: {problem}") from None
    if not isinstance(data, dict) or not isinstance(data.get("beds"), list):
        raise ValueError("a plan has one list of beds")
    return map(Bed.from_mapping, data["beds"])


def weekly_litres(plan_text):
    return {bed.name: bed.litres * len(bed.days) for bed in _parse(plan_text)}


def busiest_day(plan_text):
    total = Counter()
    for bed in _parse(plan_text):
        for day in bed.days:
            total[day] += bed.litres
    return min(total, key=lambda day: (-total[day], WEEK.index(day)), default=None)
