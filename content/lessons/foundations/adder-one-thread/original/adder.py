from time import perf_counter

BUCKETS = 10


def add(total, part):
    for _ in range(part):
        for bucket in range(BUCKETS):
            total[bucket] += 1


def missing(n, workers):
    total = dict.fromkeys(range(BUCKETS), 0)
    for _ in range(workers):
        add(total, int(n / workers))
    return n * BUCKETS - sum(total.values())


for n in 100_000, 100_001, 100_007:
    print(f"{n} by 8 workers: {missing(n, 8)} missing")

seconds = []
for _ in range(9):
    began = perf_counter()
    missing(100_000, 8)
    seconds.append(perf_counter() - began)
ratio = max(seconds) / min(seconds)
print(f"slowest of nine / fastest: {ratio:.1f}")
