from yaml import load

try:
    from yaml import CSafeLoader as Loader
except ImportError:
    from yaml import SafeLoader as Loader

DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


def read_beds(plan_text: str) -> list:
    document = load(plan_text, Loader=Loader)
    if not isinstance(document, dict) or not isinstance(document.get("beds"), list):
        return []
    return [bed for bed in document["beds"] if isinstance(bed, dict)]


def weekly_litres(plan_text: str) -> dict:
    result = {}
    for bed in read_beds(plan_text):
        result[str(bed["name"])] = bed["litres"] * len(bed.get("days") or [])
    return result


def busiest_day(plan_text: str):
    best = None
    most = 0
    for day in DAYS:
        total = sum(bed["litres"] * bed["days"].count(day) for bed in read_beds(plan_text))
        if total > most:
            best, most = day, total
    return best


if __name__ == "__main__":
    print(weekly_litres("beds:\n- {name: Peas, litres: 3, days: [tue, sat]}\n"))
