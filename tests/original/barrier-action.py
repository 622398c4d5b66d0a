b = threading.Barrier(2, action=lambda: print("opens"))
def come(name):
    print(name, b.wait())
ts = [threading.Thread(target=come, args=(name,)) for name in "ab"]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(b.n_waiting, b.broken)
