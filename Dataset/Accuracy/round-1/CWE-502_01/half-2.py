import yaml

WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PLAIN = {
    "tag:yaml.org,2002:" + kind
    for kind in ("str", "int", "float", "bool", "null", "seq", "map", "merge", "timestamp", "binary")
}


def _check(node, seen):
    if id(node) in seen:
        return
    seen.add(id(node))
    if node.tag not in PLAIN:
        raise ValueError(f"tag {node.tag} is not allowed in a plan")
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            _check(item, seen)
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            _check(value, seen)


def _beds(plan_text):
    loader = yaml.Loader(plan_text)
    try:
        root = loader.get_single_node()
        if root is None:
            raise ValueError("the plan is empty")
        _check(root, set())
        return loader.construct_document(root)["beds"]
    except yaml.YAMLError as error:
        raise ValueError("not a watering plan") from error
    finally:
        loader.dispose()


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
