import yaml

WEEK = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
PLAIN = {"null", "bool", "int", "float", "str", "seq", "map", "merge", "binary", "timestamp", "omap", "pairs", "set"}


def _check_tags(text):
    for token in yaml.scan(text):
        if not isinstance(token, yaml.TagToken):
            continue
        handle, suffix = token.value
        if handle is None and suffix == "!":
            continue
        if handle is None or handle == "!" or (handle == "!!" and suffix not in PLAIN):
            raise ValueError("tag is not allowed")


def _beds(text):
    try:
        _check_tags(text)
        plan = yaml.load(text, Loader=yaml.Loader)
        beds = plan["beds"]
        for bed in beds:
            if not isinstance(bed["name"], str) or isinstance(bed["litres"], bool):
                raise ValueError("bad bed")
            if not isinstance(bed["litres"], (int, float)) or any(day not in WEEK for day in bed["days"]):
                raise ValueError("bad bed")
        return beds
    except (yaml.YAMLError, TypeError, KeyError) as error:
        raise ValueError("not a valid plan") from error


def weekly_litres(plan_text):
    return {bed["name"]: bed["litres"] * len(bed["days"]) for bed in _beds(plan_text)}


def busiest_day(plan_text):
    beds = _beds(plan_text)
    totals = {day: sum(bed["litres"] * bed["days"].count(day) for bed in beds)
              for day in WEEK if any(day in bed["days"] for bed in beds)}
    return max(totals, key=totals.get, default=None)
