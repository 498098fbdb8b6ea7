"""Watering plans for the park beds."""
import yaml

WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class PlanError(ValueError):
    """The text is no watering plan."""


def _is_number(value):
    return type(value) in (int, float)


def _read_beds(plan_text):
    try:
        # FullLoader neither imports nor calls what a tag names (PyYAML >= 5.4)
        plan = yaml.load(plan_text, Loader=yaml.FullLoader)
    except yaml.YAMLError as error:
        raise PlanError(f"no plan: {error}") from error
    # Whatever came in, only plain values of the right kinds get any further.
    if type(plan) is not dict or set(plan) != {"beds"} or type(plan["beds"]) is not list:
        raise PlanError("a plan has the key beds, with a list")
    for bed in plan["beds"]:
        if type(bed) is not dict or set(bed) != {"name", "litres", "days"}:
            raise PlanError("a bed has a name, litres and days")
        if type(bed["name"]) is not str or not _is_number(bed["litres"]):
            raise PlanError("a name is a string, litres are a number")
        if type(bed["days"]) is not list or any(
                type(day) is not str or day not in WEEK for day in bed["days"]):
            raise PlanError("days is a list of days")
    return plan["beds"]


def weekly_litres(plan_text):
    return {bed["name"]: bed["litres"] * len(bed["days"]) for bed in _read_beds(plan_text)}


def busiest_day(plan_text):
    totals = {}
    for bed in _read_beds(plan_text):
        for day in bed["days"]:
            totals[day] = totals.get(day, 0) + bed["litres"]
    if not totals:
        return None
    return max(WEEK, key=lambda day: totals.get(day, 0))
