import yaml

WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class PlanError(ValueError):
    pass


def read_plan(plan_text):
    # plans are plain data, refuse the python tags
    if "!!python" in plan_text:
        raise PlanError("python tags are not allowed in a plan")
    loader = yaml.UnsafeLoader(plan_text)
    try:
        plan = loader.get_single_data()
    finally:
        loader.dispose()
    if not isinstance(plan, dict) or "beds" not in plan:
        raise PlanError("a plan needs the key 'beds'")
    return plan["beds"] or []


def weekly_litres(plan_text):
    result = {}
    for bed in read_plan(plan_text):
        result[bed["name"]] = bed["litres"] * len(bed["days"])
    return result


def busiest_day(plan_text):
    beds = read_plan(plan_text)
    if not any(bed["days"] for bed in beds):
        return None
    best, best_litres = None, None
    for day in WEEK:
        litres = sum(bed["litres"] * bed["days"].count(day) for bed in beds)
        if best is None or litres > best_litres:
            best, best_litres = day, litres
    return best
