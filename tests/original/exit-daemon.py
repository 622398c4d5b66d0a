def work(name):
    print(name)
    print(name, "again")
threading.Thread(target=work, args=("daemon",), daemon=True).start()
threading.Thread(target=work, args=("thread",)).start()
print("main")
