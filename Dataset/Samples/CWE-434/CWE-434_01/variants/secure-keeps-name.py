import os
import re

from werkzeug.utils import secure_filename

PICTURE = re.compile(r"\A[A-Za-z0-9_.-]+\.(png|jpe?g|gif)\Z", re.IGNORECASE)


class UploadError(Exception):
    pass


def save_badge(folder, club_id, filename, data):
    cleaned = secure_filename(filename)
    if not PICTURE.match(cleaned):
        raise UploadError("not a picture: " + filename)
    name = "%d-%s" % (club_id, cleaned)
    with open(os.path.join(folder, name), "wb") as badge:
        badge.write(data)
    return name


def badges_of(folder, club_id):
    pattern = re.compile(r"%d-" % club_id)
    return sorted(filter(pattern.match, os.listdir(folder)))
