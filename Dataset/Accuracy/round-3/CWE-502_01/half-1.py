import yaml

WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PLAIN = {"tag:yaml.org,2002:" + kind for kind in (
    "null", "bool", "int", "float", "str", "binary", "timestamp", "seq", "map", "set", "omap", "pairs", "merge")}


def _refuse_foreign_tags(node, seen):
    if id(node) in seen:
        return
    seen.add(id(node))
    if node.tag not in PLAIN:
        raise ValueError(f"tag not allowed in a plan: {node.tag}")
    if isinstance(node, yaml.SequenceNode):
        for child in node.value:
            _refuse_foreign_tags(child, seen)
    elif isinstance(node, yaml.MappingNode):
        for _, child in node.value:
            _refuse_foreign_tags(child, seen)


def _beds(plan_text):
    loader = yaml.Loader(plan_text)
    try:
        node = loader.get_single_node()
        if node is None:
            raise ValueError("empty plan")
        _refuse_foreign_tags(node, set())
        return loader.construct_document(node)["beds"]
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from error
    finally:
        loader.dispose()


def weekly_litres(plan_text):
    return {bed["name"]: bed["litres"] * len(bed["days"]) for bed in _beds(plan_text)}


def busiest_day(plan_text):
    total = {}
    for bed in _beds(plan_text):
        for day in bed["days"]:
            total[day] = total.get(day, 0) + bed["litres"]
    return max((day for day in WEEK if day in total), key=total.get, default=None)
