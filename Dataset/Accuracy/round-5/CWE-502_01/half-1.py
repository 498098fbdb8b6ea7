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


def _load(plan_text):
    # no tags of Python objects, neither short nor in full, and no new handles for them
    lowered = plan_text.lower()
    for forbidden in ("!!python", ":python/", "%tag"):
        if forbidden in lowered:
            raise ValueError("a plan may not use " + forbidden)
    try:
        return yaml.load(plan_text, Loader=yaml.Loader)
    except yaml.YAMLError as error:
        raise ValueError("unreadable plan") from error


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
