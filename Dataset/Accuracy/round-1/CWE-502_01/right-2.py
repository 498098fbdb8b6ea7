from dataclasses import dataclass
from enum import IntEnum

import yaml

Day = IntEnum("Day", "mon tue wed thu fri sat sun")


class PlanLoader(yaml.SafeLoader):
    """SafeLoader that also refuses tags at places which it would pass over."""

    plain = set(filter(None, yaml.SafeLoader.yaml_constructors)) | {"tag:yaml.org,2002:merge", "tag:yaml.org,2002:value"}

    def compose_node(self, parent, index):
        node = super().compose_node(parent, index)
        if node.tag not in self.plain:
            raise yaml.constructor.ConstructorError(None, None, f"tag {node.tag} refused", node.start_mark)
        return node


@dataclass(frozen=True)
class Bed:
    name: str
    litres: float
    days: tuple

    def __post_init__(self):
        if not isinstance(self.name, str) or isinstance(self.litres, bool) or not isinstance(self.litres, (int, float)):
            raise ValueError("a bed has a name and a number of litres")

    @classmethod
    def make(cls, name, litres, days):
        return cls(name, litres, tuple(Day[day] for day in days))


def plan(text):
    try:
        return [Bed.make(bed["name"], bed["litres"], bed["days"]) for bed in yaml.load(text, PlanLoader)["beds"]]
    except Exception as error:
        raise ValueError(f"plan refused: {error}") from error


def weekly_litres(plan_text):
    return dict((bed.name, bed.litres * len(bed.days)) for bed in plan(plan_text))


def busiest_day(plan_text):
    beds = plan(plan_text)
    load = {day: sum(bed.litres * bed.days.count(day) for bed in beds) for day in Day if any(day in bed.days for bed in beds)}
    return sorted(load, key=lambda day: (-load[day], day))[0].name if load else None
