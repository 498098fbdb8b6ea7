import secrets
from pathlib import Path

PICTURES = ("png", "jpg", "jpeg", "gif")


def save_badge(folder, club_id, filename, data):
    own_name = filename.replace("\\", "/").split("/")[-1]
    if not own_name.lower().endswith(PICTURES):
        raise ValueError(f"{filename!r} is not a picture")
    ending = own_name.split(".")[-1].lower()
    # of the secretary's name nothing but the ending is used
    stored = Path(folder, f"{club_id:d}_{secrets.token_hex(8)}.{ending}")
    with stored.open("xb") as target:
        target.write(data)
    return stored.name


def badges_of(folder, club_id):
    return sorted(path.name for path in Path(folder).glob(f"{club_id:d}_*.*"))
