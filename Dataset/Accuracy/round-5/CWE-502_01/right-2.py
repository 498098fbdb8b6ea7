from functools import partial, reduce

import yaml

CORE = "tag:yaml.org,2002:{}".format
ALLOWED = frozenset({None, "!"} | {CORE(t) for t in ("map", "seq", "str", "int", "float", "bool", "null", "merge")})
ORDER = dict(zip(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), range(7)))


def refuse(why, cause=None):
    raise ValueError(why) from cause


def vetted(text):
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        if getattr(event, "tag", None) not in ALLOWED:
            refuse(f"tag {event.tag!r}")
    return text


def of_type(*types):
    return lambda value: value if type(value) in types else refuse(f"unexpected {type(value).__name__}")


def record(value, **shape):
    of_type(dict)(value)
    value.keys() == shape.keys() or refuse("wrong keys")
    return {key: convert(value[key]) for key, convert in shape.items()}


def list_of(convert):
    return lambda value: [convert(item) for item in of_type(list)(value)]


def day(value):
    return ORDER[value] if of_type(str)(value) in ORDER else refuse("not a day")


bed = partial(record, name=of_type(str), litres=of_type(int, float), days=list_of(day))
plan = partial(record, beds=list_of(bed))


def read(text):
    try:
        return plan(yaml.load(vetted(text), Loader=yaml.SafeLoader))["beds"]
    except (yaml.YAMLError, LookupError, TypeError, AttributeError, RecursionError) as error:
        refuse("not a plan", error)


def weekly_litres(plan_text):
    return dict((b["name"], b["litres"] * len(b["days"])) for b in read(plan_text))


def busiest_day(plan_text):
    poured = [(d, b["litres"]) for b in read(plan_text) for d in b["days"]]
    if not poured:
        return None
    totals = reduce(lambda t, p: t[: p[0]] + [t[p[0]] + p[1]] + t[p[0] + 1 :], poured, [0] * 7)
    return list(ORDER)[totals.index(max(totals))]
