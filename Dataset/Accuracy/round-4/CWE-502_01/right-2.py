from dataclasses import dataclass

import yaml


class _Strict(yaml.SafeLoader):
    """A safe loader that looks at the tag of each node when it is composed."""

    def compose_node(self, parent, index):
        node = super().compose_node(parent, index)
        if node.tag not in self.yaml_constructors and node.tag not in _EXTRA:
            raise yaml.constructor.ConstructorError(None, None, f"tag {node.tag!r}", node.start_mark)
        return node


_EXTRA = {"tag:yaml.org,2002:merge", "tag:yaml.org,2002:value"}
_WEEK = dict(mon=0, tue=1, wed=2, thu=3, fri=4, sat=5, sun=6)


@dataclass
class Bed:
    name: str
    litres: float
    days: list

    def __post_init__(self):
        good = (isinstance(self.name, str), isinstance(self.litres, (int, float)), not isinstance(self.litres, bool),
                isinstance(self.days, list) and all(isinstance(day, str) and day in _WEEK for day in self.days))
        if not all(good):
            raise ValueError("not a bed")


def _read(text):
    try:
        document = yaml.load(text, _Strict)
        return [Bed(**bed) for bed in document["beds"]]
    except (yaml.YAMLError, LookupError, TypeError, RecursionError) as problem:
        raise ValueError(str(problem)) from None


def weekly_litres(plan_text):
    return {bed.name: bed.litres * len(bed.days) for bed in _read(plan_text)}


def busiest_day(plan_text):
    beds = _read(plan_text)
    watered = sorted({day for bed in beds for day in bed.days}, key=_WEEK.get)
    return max(watered, key=lambda day: sum(b.litres * b.days.count(day) for b in beds)) if watered else None
