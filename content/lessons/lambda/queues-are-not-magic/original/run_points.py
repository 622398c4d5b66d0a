"""Calls points.handler with an event and a stand-in."""
import json
import os
import sys
from types import SimpleNamespace as Stub

cards = {}


class Taken(Exception):
    pass


def update_item(Key, ExpressionAttributeValues, **_):
    values = ExpressionAttributeValues
    customer = Key["customer"]["S"]
    points, orders = cards.setdefault(customer, [0, set()])
    if values[":id"]["S"] in orders:
        raise Taken
    orders.add(values[":id"]["S"])
    cards[customer][0] = points + int(values[":points"]["N"])


errors = Stub(ConditionalCheckFailedException=Taken)
client = Stub(update_item=update_item, exceptions=errors)
sys.modules["boto3"] = Stub(client=lambda _: client)
os.environ["CARDS"] = "cards"

from points import handler  # noqa: E402

tea = json.dumps({"id": "o1", "customer": "ada", "points": 5})
bodies = [tea, "{oops", tea]
records = [
    {"messageId": f"m{n}", "body": body}
    for n, body in enumerate(bodies, 1)
]
print(handler({"Records": records}, None))
print("ada has", cards["ada"][0])
