import os

import boto3

from shop import bank, log

table = boto3.resource("dynamodb").Table(os.environ["TABLE"])


def handler(order, context):
    key = {"id": order["id"]}
    item = table.get_item(Key=key, ConsistentRead=True)
    if item.get("Item", {}).get("state") != "paid":
        # ConditionalCheckFailedException: somebody has begun.
        table.put_item(
            Item=key | {"state": "begun"},
            ConditionExpression="attribute_not_exists(id)",
        )
        try:
            bank.charge(order["id"], order["price"])
        except bank.Closed:
            table.delete_item(Key=key)
            raise
        table.put_item(Item=key | {"state": "paid"})
    log.write(f"{order['id']} paid")
