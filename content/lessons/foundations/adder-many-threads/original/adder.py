import sys
import threading

WORKERS, ROUNDS, BUCKETS = 8, 12_500, 10

# Ask for a switch every 10 microseconds, not every 5 ms.
sys.setswitchinterval(0.00001)


def plain(total):
    for _ in range(ROUNDS):
        for bucket in range(BUCKETS):
            total[bucket] += 1


def plus_one(n):
    return n + 1


def with_a_call(total):
    for _ in range(ROUNDS):
        for bucket in range(BUCKETS):
            total[bucket] = plus_one(total[bucket])


def add_up(worker):
    total = dict.fromkeys(range(BUCKETS), 0)
    threads = [
        threading.Thread(target=worker, args=(total,))
        for _ in range(WORKERS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(total.values())


for worker in plain, with_a_call:
    right = add_up(worker) == WORKERS * ROUNDS * BUCKETS
    print(worker.__name__, "is right" if right else "is short")
