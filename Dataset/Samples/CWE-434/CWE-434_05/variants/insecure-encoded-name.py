import os
from email.message import Message
from urllib.parse import unquote, urlsplit

import requests

ENDINGS = {".ogg", ".mp3", ".jpg"}


def name_of(url, response):
    message = Message()
    message["Content-Disposition"] = response.headers.get("Content-Disposition", "")
    name = message.get_filename()
    if name:
        return os.path.basename(name)
    name = os.path.basename(unquote(urlsplit(url).path))
    if os.path.splitext(name)[1].lower() not in ENDINGS:
        raise ValueError(f"neither a recording nor a photograph: {name}")
    return name


def fetch_bell(folder, url):
    try:
        response = requests.get(url, timeout=10)
    except requests.RequestException:
        return None
    if response.status_code != 200:
        return None

    name = name_of(url, response)
    stem, ending = os.path.splitext(name)
    number = 1
    while os.path.exists(os.path.join(folder, name)):
        number += 1
        name = f"{stem}-{number}{ending}"
    with open(os.path.join(folder, name), "xb") as file:
        file.write(response.content)
    return name
