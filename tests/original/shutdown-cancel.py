pool = futures.ThreadPoolExecutor(1)
fs = [pool.submit(lambda n=n: n) for n in (1, 2)]
pool.shutdown(cancel_futures=True)
print(*[f.cancelled() for f in fs])
try:
    pool.submit(print)
except RuntimeError as error:
    print(error)
