pool = futures.ThreadPoolExecutor(2)
fs = [pool.submit(lambda n=n: n) for n in (1, 2)]
done, not_done = futures.wait(fs, return_when=futures.FIRST_COMPLETED)
print(sorted(f.result() for f in done), len(not_done))
done, not_done = futures.wait(fs)
print(len(done), len(not_done))
pool.shutdown()
