import sys
import threading

WORKERS, ROUNDS, BUCKETS = 8, 12_500, 10

# Ask for a switch every 10 microseconds, not every 5 ms.
sys.setswitchinterval(0.00001)


class CountingLock:
    def __init__(self):
        self._lock = threading.Lock()
        self.taken = 0

    def __enter__(self):
        self._lock.acquire()
        self.taken += 1

    def __exit__(self, *_):
        self._lock.release()


def plus_one(n):
    return n + 1


def around_the_write(total, lock):
    for _ in range(ROUNDS):
        for bucket in range(BUCKETS):
            seen = total[bucket]
            with lock:
                total[bucket] = plus_one(seen)


def around_each_addition(total, lock):
    for _ in range(ROUNDS):
        for bucket in range(BUCKETS):
            with lock:
                total[bucket] = plus_one(total[bucket])


def around_the_sum(total, lock):
    mine = dict.fromkeys(range(BUCKETS), 0)
    for _ in range(ROUNDS):
        for bucket in range(BUCKETS):
            mine[bucket] = plus_one(mine[bucket])
    with lock:
        for bucket in range(BUCKETS):
            total[bucket] += mine[bucket]


workers = around_the_write, around_each_addition, around_the_sum
for worker in workers:
    total = dict.fromkeys(range(BUCKETS), 0)
    lock = CountingLock()
    threads = [
        threading.Thread(target=worker, args=(total, lock))
        for _ in range(WORKERS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    right = sum(total.values()) == WORKERS * ROUNDS * BUCKETS
    verdict = "right" if right else "short"
    taken = f"taken {lock.taken:,} times"
    print(f"{worker.__name__}: {verdict}, {taken}")
