import socket
import socketserver
import threading
import time


class Greet(socketserver.BaseRequestHandler):
    def handle(self):
        self.request.sendall(b"hello\n")


def run():
    loop = threading.Thread(
        target=server.serve_forever, args=(0.02,)
    )
    loop.start()
    return loop


def connect():
    address = server.server_address
    return socket.create_connection(address, timeout=0.3)


def answer(client):
    try:
        return client.recv(6).decode().strip()
    except TimeoutError:
        return "connected, and no answer"


server = socketserver.TCPServer(("127.0.0.1", 0), Greet)
loop = run()
print("running:", answer(connect()))

server.shutdown()
loop.join()
first = connect()
print("paused:", answer(first))

waiting = [first]
try:
    while len(waiting) < 100:
        waiting.append(connect())
except TimeoutError:
    pass
print("backlog", server.request_queue_size,
      "/ could connect:", len(waiting), "/ the next: timed out")

loop = run()
time.sleep(0.5)
print("resumed:", {answer(client) for client in waiting})
server.shutdown()
loop.join()
server.server_close()
