import os

from werkzeug.utils import secure_filename


def save_badge(folder, club_id, filename, data):
    name = f"{club_id}_{secure_filename(filename)}"
    with open(os.path.join(folder, name), "wb") as f:
        f.write(data)
    return name


def badges_of(folder, club_id):
    prefix = f"{club_id}_"
    return sorted(name for name in os.listdir(folder) if name.startswith(prefix))
