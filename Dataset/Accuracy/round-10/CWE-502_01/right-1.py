"""Looks through the plan's events first, and lets only YAML's own plain tags by."""
from collections import Counter
from itertools import chain, repeat

import yaml

PLAIN = frozenset("tag:yaml.org,2002:" + word for word in
                  "str int float bool null seq map merge value timestamp binary".split())
WEEK = "mon tue wed thu fri sat sun".split()


def refuse_strange_tags(text):
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        tag = getattr(event, "tag", None)
        if tag is not None and tag != "!" and tag not in PLAIN:
            raise ValueError("a plan has no use for the tag " + tag)


class Plan:
    def __init__(self, text):
        try:
            refuse_strange_tags(text)
            self.beds = yaml.safe_load(text)["beds"]
        except yaml.YAMLError as fault:
            raise ValueError(str(fault)) from None

    def __iter__(self):
        for bed in self.beds:
            yield bed["name"], bed["litres"], bed["days"]


def weekly_litres(plan_text):
    return dict((name, len(days) * litres) for name, litres, days in Plan(plan_text))


def busiest_day(plan_text):
    gifts = list(chain.from_iterable(zip(days, repeat(litres)) for _, litres, days in Plan(plan_text)))
    if not gifts:
        return None
    week = Counter()
    for day, litres in gifts:
        week[day] += litres
    return sorted(WEEK, key=week.__getitem__, reverse=True)[0]      # sorting is stable
