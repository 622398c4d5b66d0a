total = {"n": 0}
def add(k):
    seen = total["n"]
    total["n"] = seen + k
ts = [threading.Thread(target=add, args=(k,)) for k in (1, 2)]
for t in ts: t.start()
for t in ts: t.join()
print(total["n"])
