import requests


def fetch_poster(url):
    response = requests.get(url.strip(), timeout=10)
    if response.status_code == 200:
        return response.content
    return None
