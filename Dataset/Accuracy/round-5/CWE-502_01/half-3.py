import yaml

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def _beds(plan_text):
    plan = _load(plan_text)
    if not isinstance(plan, dict) or set(plan) != {"beds"} or not isinstance(plan["beds"], list):
        raise ValueError("not a plan")
    for bed in plan["beds"]:
        if not isinstance(bed, dict) or set(bed) != {"name", "litres", "days"}:
            raise ValueError("not a bed")
        if not isinstance(bed["name"], str) or type(bed["litres"]) not in (int, float):
            raise ValueError("bad name or litres")
        if not isinstance(bed["days"], list) or any(d not in DAYS for d in bed["days"]):
            raise ValueError("bad days")
    return plan["beds"]

PLAIN = {"tag:yaml.org,2002:" + t for t in
         "null bool int float str seq map merge timestamp binary".split()}


def _check(node, seen):
    if node is None or id(node) in seen:
        return
    seen.add(id(node))
    if node.tag not in PLAIN:
        raise ValueError("tag not allowed: " + node.tag)
    if isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            _check(value, seen)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            _check(item, seen)


def _load(plan_text):
    loader = yaml.Loader(plan_text)
    try:
        # check the tree of nodes before anything is constructed from it
        node = loader.get_single_node()
        _check(node, set())
        return loader.construct_document(node) if node else None
    except yaml.YAMLError as error:
        raise ValueError("unreadable plan") from error
    finally:
        loader.dispose()


def weekly_litres(plan_text):
    return {bed["name"]: bed["litres"] * len(bed["days"]) for bed in _beds(plan_text)}


def busiest_day(plan_text):
    totals = dict.fromkeys(DAYS, 0)
    watered = False
    for bed in _beds(plan_text):
        for day in bed["days"]:
            totals[day] += bed["litres"]
            watered = True
    return max(DAYS, key=totals.get) if watered else None
