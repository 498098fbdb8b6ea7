"""Watering plans for the park beds. Nothing of PyYAML's constructors is trusted with the
plan: it is composed to nodes, and these are turned into plain values here."""
import yaml
from yaml.constructor import SafeConstructor

WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_PLAIN = SafeConstructor()
_SCALARS = {
    "str": _PLAIN.construct_scalar,
    "int": _PLAIN.construct_yaml_int,
    "float": _PLAIN.construct_yaml_float,
    "bool": _PLAIN.construct_yaml_bool,
    "null": _PLAIN.construct_yaml_null,
}


def _kind(node):
    """tag:yaml.org,2002:str -> str"""
    return node.tag.rsplit(":", 1)[-1]


def _pairs(node):
    merged, own = [], []
    for key, value in node.value:
        if _kind(key) == "merge":
            sources = value.value if isinstance(value, yaml.SequenceNode) else [value]
            for source in reversed(sources):
                if not isinstance(source, yaml.MappingNode):
                    raise ValueError("only mappings can be merged")
                _check(source, "map")
                merged += _pairs(source)
        else:
            own.append((key, value))
    return merged + own


def _check(node, kind):
    if _kind(node) != kind:
        raise ValueError(f"the tag {node.tag} is not allowed")


def _plain(node):
    if isinstance(node, yaml.MappingNode):
        _check(node, "map")
        return {_plain(key): _plain(value) for key, value in _pairs(node)}
    if isinstance(node, yaml.SequenceNode):
        _check(node, "seq")
        return [_plain(child) for child in node.value]
    make = _SCALARS.get(_kind(node))
    if make is None:
        raise ValueError(f"the tag {node.tag} is not allowed")
    return make(node)


def _beds(plan_text):
    try:
        root = yaml.compose(plan_text, Loader=yaml.SafeLoader)
        if root is None:
            raise ValueError("the plan is empty")
        plan = _plain(root)
        return [(bed["name"], bed["litres"], bed["days"]) for bed in plan["beds"]]
    except (yaml.YAMLError, KeyError, TypeError, RecursionError) as error:
        raise ValueError("this is no plan") from error


def weekly_litres(plan_text):
    return {name: litres * len(days) for name, litres, days in _beds(plan_text)}


def busiest_day(plan_text):
    totals = dict.fromkeys(WEEK, 0)
    watered = False
    for _, litres, days in _beds(plan_text):
        for day in days:
            totals[day] += litres
            watered = True
    return max(WEEK, key=totals.get) if watered else None
