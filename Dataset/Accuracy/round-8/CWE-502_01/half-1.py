import yaml

WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PLAIN = {
    "tag:yaml.org,2002:" + kind
    for kind in ("map", "seq", "str", "int", "float", "bool", "null", "timestamp", "binary", "merge", "value")
}


def _check(node, seen):
    """Refuses a tree with a tag that is not plain, before anything is made of it."""
    if id(node) in seen:
        return
    seen.add(id(node))
    if node.tag not in PLAIN:
        raise ValueError(f"{node.tag} is not allowed in a plan")
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            _check(item, seen)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            _check(value, seen)


def _load(text):
    loader = yaml.Loader(text)
    try:
        node = loader.get_single_node()
        if node is None:
            return None
        _check(node, set())
        return loader.construct_document(node)
    except (yaml.YAMLError, RecursionError, TypeError, OverflowError) as error:
        raise ValueError("not a plan") from error
    finally:
        loader.dispose()


def _beds(plan_text):
    plan = _load(plan_text)
    if not isinstance(plan, dict) or not isinstance(plan.get("beds"), list):
        raise ValueError("a plan has a list of beds")
    for bed in plan["beds"]:
        if not isinstance(bed, dict) or type(bed.get("name")) is not str:
            raise ValueError("a bed has a name")
        if type(bed.get("litres")) not in (int, float):
            raise ValueError("litres is a number")
        if type(bed.get("days")) is not list or not all(type(d) is str and d in WEEK for d in bed["days"]):
            raise ValueError("days is a list of days")
    return plan["beds"]


def weekly_litres(plan_text):
    return {bed["name"]: bed["litres"] * len(bed["days"]) for bed in _beds(plan_text)}


def busiest_day(plan_text):
    totals = dict.fromkeys(WEEK, 0)
    watered = False
    for bed in _beds(plan_text):
        for day in bed["days"]:
            totals[day] += bed["litres"]
            watered = True
    return max(WEEK, key=totals.get) if watered else None
