import os
import random
import uuid

import boto3
from snapshot_restore_py import register_after_restore

table = boto3.resource("dynamodb").Table(os.environ["TABLE"])

# In the snapshot: the same in every copy.
printed_by = uuid.uuid4()
dice = random.Random()

# Made by each copy for itself.
till = None
count = 0


@register_after_restore
def open_till():
    global till
    till = uuid.uuid4()


def handler(event, context):
    global count
    if till is None:  # no SnapStart, no restore
        open_till()
    count += 1
    table.put_item(
        Item={
            "id": f"{till}-{count}",
            "item": event["item"],
            "printed_by": str(printed_by),
            "prize": dice.randrange(1_000_000),
        }
    )
