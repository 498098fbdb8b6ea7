import yaml

WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def _beds(plan_text):
    try:
        plan = yaml.load(plan_text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        raise ValueError(f"plan refused: {error}") from error
    if not isinstance(plan, dict) or not isinstance(plan.get("beds"), list):
        raise ValueError("a plan is a mapping with the list 'beds'")
    for bed in plan["beds"]:
        if not isinstance(bed, dict) or not isinstance(bed.get("name"), str):
            raise ValueError("a bed is a mapping with a name")
        if type(bed.get("litres")) not in (int, float):
            raise ValueError("litres must be a number")
        days = bed.get("days")
        if not isinstance(days, list) or any(day not in WEEK for day in days):
            raise ValueError("days must be a list of days")
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
