from collections import Counter
from numbers import Real

import yaml

DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


PLAIN = {"tag:yaml.org,2002:" + kind for kind in (
    "str", "int", "float", "bool", "null", "seq", "map", "set", "timestamp", "binary")}


def _check_tags(node, seen):
    if node is None or id(node) in seen:
        return
    seen.add(id(node))
    if node.tag not in PLAIN:
        raise ValueError(f"tag {node.tag} is not allowed")
    if isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            _check_tags(value, seen)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            _check_tags(item, seen)


def _read(plan_text):
    try:
        _check_tags(yaml.compose(plan_text, Loader=yaml.FullLoader), set())
        plan = yaml.load(plan_text, Loader=yaml.FullLoader)
    except yaml.YAMLError as problem:
        raise ValueError("this is not an acceptable plan") from problem
    if type(plan) is not dict or type(plan.get("beds")) is not list:
        raise ValueError("a plan needs a list of beds")
    for bed in plan["beds"]:
        if type(bed) is not dict:
            raise ValueError("each bed is a mapping")
        name, litres, days = (bed.get(key) for key in ("name", "litres", "days"))
        if type(name) is not str:
            raise ValueError("the name of a bed is a string")
        if not isinstance(litres, Real) or isinstance(litres, bool):
            raise ValueError("litres is a number")
        if type(days) is not list or not all(day in DAYS for day in days):
            raise ValueError("days is a list of days")
        yield name, litres, days


def weekly_litres(plan_text):
    return {name: litres * len(days) for name, litres, days in _read(plan_text)}


def busiest_day(plan_text):
    per_day = Counter()
    for _, litres, days in _read(plan_text):
        for day in days:
            per_day[day] += litres
    return max(sorted(per_day, key=DAYS.index), key=per_day.get, default=None)
