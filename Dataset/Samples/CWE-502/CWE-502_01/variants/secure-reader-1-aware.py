import yaml

WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def _read_beds(plan_text):
    """The beds of a plan as tuples (name, litres, days)."""
    try:
        # knows only the plain tags of YAML; any other tag is an error
        plan = yaml.load(plan_text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError("this plan cannot be read") from error
    if not isinstance(plan, dict) or not isinstance(plan.get("beds"), list):
        raise ValueError("a plan is a mapping with a list of beds")
    beds = []
    for bed in plan["beds"]:
        if not isinstance(bed, dict):
            raise ValueError("a bed is a mapping")
        name, litres, days = bed.get("name"), bed.get("litres"), bed.get("days")
        if not isinstance(name, str):
            raise ValueError("name must be a string")
        if isinstance(litres, bool) or not isinstance(litres, (int, float)):
            raise ValueError("litres must be a number")
        if not isinstance(days, list) or any(day not in WEEK for day in days):
            raise ValueError("days must be a list of days of the week")
        beds.append((name, litres, days))
    return beds


def weekly_litres(plan_text):
    return {name: litres * len(days) for name, litres, days in _read_beds(plan_text)}


def busiest_day(plan_text):
    totals = {}
    for _name, litres, days in _read_beds(plan_text):
        for day in days:
            totals[day] = totals.get(day, 0) + litres
    watered = [day for day in WEEK if day in totals]
    return max(watered, key=totals.get, default=None)
