pool = futures.ThreadPoolExecutor(2)
fs = {pool.submit(lambda n=n: n): n for n in (1, 2)}
for f in futures.as_completed(fs):
    print(fs[f], f.result())
pool.shutdown()
