class Mine(threading.local):
    n = 0
mine = Mine()
def count(by):
    mine.n += by
    mine.n += by
    print(mine.n)
ts = [threading.Thread(target=count, args=(by,)) for by in (1, 10)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(mine.n)
