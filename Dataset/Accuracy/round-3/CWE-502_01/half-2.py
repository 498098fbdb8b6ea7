import yaml

WEEK = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


def _read(plan_text):
    try:
        plan = yaml.load(plan_text, Loader=yaml.FullLoader)
    except yaml.YAMLError as error:
        raise ValueError("this plan cannot be read") from error
    if type(plan) is not dict or type(plan.get("beds")) is not list:
        raise ValueError("a plan is a mapping with a list of beds")
    for bed in plan["beds"]:
        if type(bed) is not dict:
            raise ValueError("a bed is a mapping")
        if type(bed.get("name")) is not str:
            raise ValueError("a name is a string")
        if type(bed.get("litres")) not in (int, float):
            raise ValueError("litres are a number")
        days = bed.get("days")
        if type(days) is not list or any(type(day) is not str or day not in WEEK for day in days):
            raise ValueError("days are a list of days")
    return plan["beds"]


def weekly_litres(plan_text):
    return {bed["name"]: bed["litres"] * len(bed["days"]) for bed in _read(plan_text)}


def busiest_day(plan_text):
    sums = dict.fromkeys(WEEK, 0)
    watered = set()
    for bed in _read(plan_text):
        for day in bed["days"]:
            sums[day] += bed["litres"]
            watered.add(day)
    return max((day for day in WEEK if day in watered), key=sums.get, default=None)
