import os
import re
from urllib.parse import unquote, urlsplit

import requests


def name_of(url, response):
    header = response.headers.get("Content-Disposition", "")
    found = re.search(r'filename="([^"]*)"|filename=([^\s;]+)', header)
    if found:
        return os.path.basename(found[1] or found[2])
    return os.path.basename(unquote(urlsplit(url).path))


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
