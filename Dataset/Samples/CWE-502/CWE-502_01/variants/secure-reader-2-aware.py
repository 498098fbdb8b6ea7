import yaml

WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def _is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _beds(plan_text):
    """The beds of a plan as tuples (name, litres, days)."""
    try:
        # SafeLoader has constructors for YAML's plain values only
        plan = yaml.load(plan_text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError) as error:
        raise ValueError(f"not a plan: {error}") from error
    if not isinstance(plan, dict) or not isinstance(plan.get("beds"), list):
        raise ValueError("a plan is a mapping with a list of beds")

    beds = []
    for bed in plan["beds"]:
        if not isinstance(bed, dict):
            raise ValueError("a bed is a mapping")
        name, litres, days = bed.get("name"), bed.get("litres"), bed.get("days")
        if not isinstance(name, str):
            raise ValueError("the name of a bed is a text")
        if not _is_number(litres):
            raise ValueError(f"the litres of {name!r} are not a number")
        if not isinstance(days, list) or any(day not in WEEK for day in days):
            raise ValueError(f"the days of {name!r} are wrong")
        beds.append((name, litres, days))
    return beds


def weekly_litres(plan_text):
    return {name: litres * len(days) for name, litres, days in _beds(plan_text)}


def busiest_day(plan_text):
    beds = _beds(plan_text)
    totals = {
        day: sum(litres * days.count(day) for _, litres, days in beds)
        for day in WEEK
        if any(day in days for _, _, days in beds)
    }
    return max(totals, key=totals.get, default=None)
