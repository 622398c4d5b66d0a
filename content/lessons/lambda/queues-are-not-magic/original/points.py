import json
import os

import boto3

dynamodb = boto3.client("dynamodb")
Taken = dynamodb.exceptions.ConditionalCheckFailedException


def handler(event, context):
    failed = []
    for record in event["Records"]:
        try:
            give_points(json.loads(record["body"]))
        except Taken:
            print("seen before:", record["body"])
        except Exception as error:
            print("failed:", record["body"], repr(error))
            message_id = record["messageId"]
            failed.append({"itemIdentifier": message_id})
    return {"batchItemFailures": failed}


def give_points(order):
    """Adds the points and notes the order, in one write."""
    dynamodb.update_item(
        TableName=os.environ["CARDS"],
        Key={"customer": {"S": order["customer"]}},
        UpdateExpression="ADD points :points, orders :orders",
        ConditionExpression="NOT contains(orders, :id)",
        ExpressionAttributeValues={
            ":points": {"N": str(order["points"])},
            ":orders": {"SS": [order["id"]]},
            ":id": {"S": order["id"]},
        },
    )
