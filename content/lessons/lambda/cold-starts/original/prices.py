import json
import os
import time
import urllib.request

MAX_AGE = 60  # seconds

# Outside of the handler: once in each environment.
prices = None
loaded_at = float("-inf")


def current():
    global prices, loaded_at
    if time.monotonic() - loaded_at >= MAX_AGE:
        asked_at = time.monotonic()
        url = os.environ["OFFICE"]
        with urllib.request.urlopen(url, timeout=2) as answer:
            prices = json.load(answer)
        # Only now: a failure leaves nothing behind.
        loaded_at = asked_at
    return prices


def handler(event, context):
    return current().get(event["item"])
