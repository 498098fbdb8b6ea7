from collections import Counter
from dataclasses import dataclass
from enum import IntEnum
from numbers import Real

from yaml import YAMLError
from yaml.composer import Composer
from yaml.constructor import SafeConstructor
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.resolver import Resolver
from yaml.scanner import Scanner

Day = IntEnum("Day", "mon tue wed thu fri sat sun", start=0)


MERGING = {"tag:yaml.org,2002:merge", "tag:yaml.org,2002:value"}


class PlanError(ValueError):
    pass


class PlanReader(Reader, Scanner, Parser, Composer, SafeConstructor, Resolver):
    """Reads the core of YAML and refuses every tag that it does not know, wherever it stands."""

    yaml_constructors = {
        tag: make
        for tag, make in SafeConstructor.yaml_constructors.items()
        if tag is not None and tag.rpartition(":")[2] in "map seq str int float bool null timestamp binary set".split()
    }
    yaml_multi_constructors = {}

    def __init__(self, text):
        Reader.__init__(self, text)
        for part in (Scanner, Parser, Composer, SafeConstructor, Resolver):
            part.__init__(self)

    def compose_node(self, parent, index):
        node = super().compose_node(parent, index)
        if node.tag not in self.yaml_constructors and node.tag not in MERGING:
            raise PlanError(f"tag {node.tag}")
        return node


@dataclass(frozen=True)
class Bed:
    name: str
    litres: Real
    days: list

    def __post_init__(self):
        if not isinstance(self.name, str) or isinstance(self.litres, bool) or not isinstance(self.litres, Real):
            raise PlanError(f"not a bed: {self!r}")
        if not isinstance(self.days, list) or any(type(day) is not str or day not in Day.__members__ for day in self.days):
            raise PlanError(f"not days: {self.days!r}")

    @property
    def week(self):
        return self.litres * len(self.days)


def beds(text):
    try:
        match PlanReader(text).get_single_data():
            case {"beds": [*entries]}:
                return [Bed(entry["name"], entry["litres"], entry["days"]) for entry in entries]
    except (YAMLError, RecursionError, TypeError, LookupError, AttributeError, OverflowError) as error:
        raise PlanError("not a plan") from error
    raise PlanError("not a plan")


def weekly_litres(plan_text):
    return {bed.name: bed.week for bed in beds(plan_text)}


def busiest_day(plan_text):
    plan, total = beds(plan_text), Counter()
    for bed in plan:
        for day in bed.days:
            total[Day[day]] += bed.litres
    if not any(bed.days for bed in plan):
        return None
    return min(Day, key=lambda day: (-total[day], day)).name
