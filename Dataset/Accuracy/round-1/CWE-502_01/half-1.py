import yaml

WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PLAIN = {"str", "int", "float", "bool", "null", "seq", "map", "merge", "timestamp", "binary", "set"}


def _beds(plan_text):
    try:
        for token in yaml.scan(plan_text):
            if isinstance(token, yaml.TagToken):
                handle, suffix = token.value
                if handle != "!!" or suffix not in PLAIN:
                    raise ValueError(f"tag {handle or ''}{suffix} is not allowed in a plan")
        plan = yaml.load(plan_text, Loader=yaml.Loader)
    except yaml.YAMLError as error:
        raise ValueError("not a watering plan") from error
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
