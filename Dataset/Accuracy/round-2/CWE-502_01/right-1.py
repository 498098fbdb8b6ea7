import contextlib
from math import fsum

import yaml
from yaml.constructor import SafeConstructor

WEEK = "mon tue wed thu fri sat sun".split()
KNOWN_TAGS = {tag for tag in SafeConstructor.yaml_constructors if tag} | {"tag:yaml.org,2002:merge"}


class PlanLoader(yaml.SafeLoader):
    def compose_node(self, parent, index):
        node = super().compose_node(parent, index)
        if node.tag not in KNOWN_TAGS:
            raise ValueError(f"the tag {node.tag} has no place in a plan")
        return node


@contextlib.contextmanager
def loader_for(text):
    try:
        loader = PlanLoader(text)
        try:
            yield loader
        finally:
            loader.dispose()
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from error


def beds(plan_text):
    with loader_for(plan_text) as loader:
        plan = loader.get_single_data()
    try:
        return [(str.__str__(bed["name"]), bed["litres"] + 0, days_of(*bed["days"]))
                for bed in plan["beds"]]
    except (TypeError, KeyError) as error:
        raise ValueError("this is not a watering plan") from error


def days_of(*days):
    for day in days:
        WEEK.index(day)
    return days


def weekly_litres(plan_text):
    return {name: len(days) * litres for name, litres, days in beds(plan_text)}


def busiest_day(plan_text):
    plan = beds(plan_text)
    used = [day for day in WEEK if any(day in days for _, _, days in plan)]

    def litres_on(day):
        return fsum(litres * days.count(day) for _, litres, days in plan)

    return max(used, key=litres_on, default=None)
