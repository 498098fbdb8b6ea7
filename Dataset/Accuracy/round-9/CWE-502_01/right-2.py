"""Watering plans, read from the node graph: no constructor of PyYAML gets to see a collection."""
import yaml
from yaml.constructor import SafeConstructor
from yaml.nodes import MappingNode, ScalarNode, SequenceNode

P = "tag:yaml.org,2002:"
WEEK = {day: n for n, day in enumerate(["mon", "tue", "wed", "thu", "fri", "sat", "sun"])}
PLAIN = {P + t for t in "null bool int float binary timestamp omap pairs set str seq map merge value".split()}


class PlanError(ValueError):
    pass


def _graph(text):
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError) as error:
        raise PlanError(str(error)) from None
    seen, todo = set(), [root]
    while todo:
        node = todo.pop()
        if node is None or id(node) in seen:
            continue
        seen.add(id(node))
        if node.tag not in PLAIN:
            raise PlanError(f"tag {node.tag}")
        if isinstance(node, SequenceNode):
            todo += node.value
        elif isinstance(node, MappingNode):
            for pair in node.value:
                todo += pair
    return root


def _scalar(node):
    if not isinstance(node, ScalarNode):
        raise PlanError("a scalar was expected")
    maker = SafeConstructor()
    kind = node.tag.removeprefix(P)
    try:
        match kind:
            case "str" | "value":
                return node.value
            case "int":
                return maker.construct_yaml_int(node)
            case "float":
                return maker.construct_yaml_float(node)
            case "bool":
                return maker.construct_yaml_bool(node)
    except (LookupError, ValueError):
        pass
    raise PlanError(f"unexpected {kind}")


def _items(node):
    if not isinstance(node, SequenceNode) or node.tag != P + "seq":
        raise PlanError("a list was expected")
    return node.value


def _fields(node, depth=0):
    """The pairs of a mapping; its own keys win over merged ones, earlier merged mappings over later ones."""
    if not isinstance(node, MappingNode) or node.tag != P + "map" or depth > 50:
        raise PlanError("a mapping was expected")
    own, merged = {}, {}
    for key, value in node.value:
        if key.tag == P + "merge":
            for source in value.value if isinstance(value, SequenceNode) else [value]:
                for name, inner in _fields(source, depth + 1).items():
                    merged.setdefault(name, inner)
        elif isinstance(key, ScalarNode):
            own[key.value] = value
    return merged | own


def _beds(text):
    root = _graph(text)
    fields = _fields(root)
    for node in _items(fields.get("beds")):
        bed = _fields(node)
        if not {"name", "litres", "days"} <= bed.keys():
            raise PlanError("a bed is not complete")
        name, litres = _scalar(bed["name"]), _scalar(bed["litres"])
        days = [_scalar(day) for day in _items(bed["days"])]
        if not isinstance(name, str) or isinstance(litres, str) or not all(day in WEEK for day in days):
            raise PlanError("a bed is wrong")
        yield name, litres, days


def weekly_litres(plan_text):
    return dict((name, litres * len(days)) for name, litres, days in _beds(plan_text))


def busiest_day(plan_text):
    columns, watered = [0] * 7, False
    for _, litres, days in _beds(plan_text):
        for day in days:
            columns[WEEK[day]] += litres
            watered = True
    if watered:
        return min(WEEK, key=lambda day: (-columns[WEEK[day]], WEEK[day]))
