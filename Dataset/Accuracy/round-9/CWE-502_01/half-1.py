"""Watering plans, uploaded by the gardeners."""
import yaml

WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def _refuse_foreign_tags(text):
    """No tag but YAML's own may stand in a plan: looked for in the tokens, so that quoted strings and comments
    are left alone, and spellings such as `!<tag:…>` or `!!p%79thon` are seen for what they are."""
    for token in yaml.scan(text):
        if isinstance(token, yaml.TagToken):
            handle, suffix = token.value
            if handle != "!!" or suffix.lower().startswith("python"):
                raise ValueError(f"foreign tag in line {token.start_mark.line + 1}")


def _beds(text):
    try:
        _refuse_foreign_tags(text)
        plan = yaml.load(text, Loader=yaml.Loader)
    except (yaml.YAMLError, RecursionError) as error:
        raise ValueError(f"no plan: {error}") from error
    if not isinstance(plan, dict) or not isinstance(plan.get("beds"), list):
        raise ValueError("a plan is a mapping with the list `beds`")
    for bed in plan["beds"]:
        if not isinstance(bed, dict):
            raise ValueError("a bed is a mapping")
        name, litres, days = bed.get("name"), bed.get("litres"), bed.get("days")
        if not isinstance(name, str) or not isinstance(litres, (int, float)):
            raise ValueError("a bed has a name and litres")
        if not isinstance(days, list) or any(day not in WEEK for day in days):
            raise ValueError("a bed has days of the week")
        yield name, litres, days


def weekly_litres(plan_text):
    return {name: litres * len(days) for name, litres, days in _beds(plan_text)}


def busiest_day(plan_text):
    total = {}
    for _, litres, days in _beds(plan_text):
        for day in days:
            total[day] = total.get(day, 0) + litres
    return max(WEEK, key=lambda day: total.get(day, 0)) if total else None
