from yaml import load

try:
    from yaml import CSafeLoader as Loader
except ImportError:
    from yaml import SafeLoader as Loader


def weekly_litres(plan_text: str) -> dict:
    document = load(plan_text, Loader=Loader)
    if not isinstance(document, dict) or not isinstance(document.get("beds"), list):
        return {}
    result = {}
    for bed in document["beds"]:
        if not isinstance(bed, dict):
            continue
        result[str(bed["name"])] = bed["litres"] * len(bed.get("days") or [])
    return result


if __name__ == "__main__":
    print(weekly_litres("beds:\n- {name: Peas, litres: 3, days: [tue, sat]}\n"))
