import yaml

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def _parse(plan_text):
    try:
        plan = yaml.load(plan_text, Loader=yaml.FullLoader)
    except yaml.YAMLError as error:
        raise ValueError("the plan cannot be read") from error
    if type(plan) is not dict or list(plan) != ["beds"] or type(plan["beds"]) is not list:
        raise ValueError("the plan needs a list of beds")
    for bed in plan["beds"]:
        if type(bed) is not dict or set(bed) != {"name", "litres", "days"}:
            raise ValueError("a bed needs name, litres and days")
        if type(bed["name"]) is not str or type(bed["litres"]) not in (int, float):
            raise ValueError("name or litres is wrong")
        if type(bed["days"]) is not list or not all(type(d) is str and d in DAYS for d in bed["days"]):
            raise ValueError("days are wrong")
    return plan["beds"]


def weekly_litres(plan_text):
    return {bed["name"]: bed["litres"] * len(bed["days"]) for bed in _parse(plan_text)}


def busiest_day(plan_text):
    totals = {}
    for bed in _parse(plan_text):
        for day in bed["days"]:
            totals[day] = totals.get(day, 0) + bed["litres"]
    return max(sorted(totals, key=DAYS.index), key=totals.get, default=None)
