import logging
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, fields

import yaml

WEEK = "mon tue wed thu fri sat sun".split()


class PlanError(ValueError):
    pass


@dataclass(frozen=True)
class Bed:
    name: str
    litres: float
    days: list

    def __post_init__(self):
        if not isinstance(self.name, str):
            raise PlanError("a name is a string")
        if isinstance(self.litres, bool) or not isinstance(self.litres, (int, float)):
            raise PlanError("litres are a number")
        if not isinstance(self.days, list) or not all(day in WEEK for day in self.days):
            raise PlanError("days are a list of days")

    @property
    def week(self):
        return self.litres * len(self.days)


class PlanLoader(yaml.SafeLoader):
    """The safe loader; whatever it has no constructor for is an error."""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.dispose()


@contextmanager
def refusing():
    try:
        yield
    except PlanError:
        raise
    except (yaml.YAMLError, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        logging.getLogger(__name__).info("plan refused: %s", type(error).__name__)
        raise PlanError("this plan is refused") from error


def beds(plan_text):
    keys = {field.name for field in fields(Bed)}
    with refusing():
        with PlanLoader(plan_text) as loader:
            plan = loader.get_single_data()
        if not isinstance(plan, dict) or list(plan) != ["beds"] or not isinstance(plan["beds"], list):
            raise PlanError("a plan has one key, beds, with a list")
        for bed in plan["beds"]:
            if not isinstance(bed, dict) or bed.keys() != keys:
                raise PlanError("a bed has name, litres and days")
        return [Bed(**bed) for bed in plan["beds"]]


def weekly_litres(plan_text):
    return {bed.name: bed.week for bed in beds(plan_text)}


def busiest_day(plan_text):
    total = Counter()
    for bed in beds(plan_text):
        for day in bed.days:
            total[day] += bed.litres
    return max(WEEK, key=lambda day: total[day]) if total else None
