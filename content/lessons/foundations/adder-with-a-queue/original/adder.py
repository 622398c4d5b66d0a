import queue
import sys
import threading

WORKERS, ROUNDS, BUCKETS = 8, 12_500, 10

# Ask for a switch every 10 microseconds, not every 5 ms.
sys.setswitchinterval(0.00001)


def plus_one(n):
    return n + 1


def add(tables, goes_on):
    mine = dict.fromkeys(range(BUCKETS), 0)
    if goes_on:
        tables.put(mine)
    for _ in range(ROUNDS):
        for bucket in range(BUCKETS):
            mine[bucket] = plus_one(mine[bucket])
    if not goes_on:
        tables.put(mine)


for goes_on in False, True:
    tables = queue.Queue()
    for _ in range(WORKERS):
        threading.Thread(
            target=add, args=(tables, goes_on)
        ).start()
    total = 0
    for _ in range(WORKERS):
        total += sum(tables.get().values())
    right = total == WORKERS * ROUNDS * BUCKETS
    when = "before" if goes_on else "after"
    verdict = "right" if right else "short"
    print(f"put {when} counting: {verdict}")
