import contextlib
import functools
import yaml

DAYS = dict.fromkeys("mon tue wed thu fri sat sun".split(), 0)


class PlanError(ValueError):
    """The text is not a plan."""


@contextlib.contextmanager
def _plan_errors():
    try:
        yield
    except (yaml.YAMLError, LookupError, TypeError, AttributeError) as error:
        raise PlanError(str(error)) from error


def _with_beds(function):
    @functools.wraps(function)
    def wrapper(plan_text):
        with _plan_errors():
            loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
            (plan,) = yaml.load_all(plan_text, Loader=loader)
            return function([(bed["name"], bed["litres"], bed["days"]) for bed in plan["beds"]])
    return wrapper


@_with_beds
def weekly_litres(beds):
    return {name: litres * len(days) for name, litres, days in beds}


@_with_beds
def busiest_day(beds):
    water = {day: sum(litres for _, litres, days in beds for d in days if d == day) for day in DAYS}
    active = [day for day in DAYS if any(day in days for _, _, days in beds)]
    return max(active, key=water.__getitem__) if active else None
