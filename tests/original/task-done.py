q = queue.Queue()
q.put(1)
def consumer():
    q.get()
    print("got")
    q.task_done()
    try:
        q.task_done()
    except ValueError as error:
        print(error)
t = threading.Thread(target=consumer)
t.start()
q.join()
print("joined")
t.join()
