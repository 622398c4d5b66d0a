package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"runtime"
	"strings"
	"time"
)

func readLine(conn net.Conn) (string, error) {
	line, err := bufio.NewReader(conn).ReadString('\n')
	return strings.TrimSpace(line), err
}

func serve(conn net.Conn) {
	defer conn.Close()
	question, err := readLine(conn)
	if err != nil {
		return
	}
	fmt.Fprintf(conn, "%s? Half past nine.\n", question)
}

// listen hands each connection to handle.
func listen(handle func(net.Conn)) net.Listener {
	door, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	go func() {
		for {
			conn, err := door.Accept()
			if err != nil {
				return
			}
			handle(conn)
		}
	}()
	return door
}

func visit(door net.Listener) net.Conn {
	conn, err := net.Dial("tcp", door.Addr().String())
	if err != nil {
		panic(err)
	}
	return conn
}

func ask(door net.Listener) string {
	conn := visit(door)
	defer conn.Close()
	conn.SetDeadline(time.Now().Add(time.Second))
	fmt.Fprintln(conn, "What time is it")
	answer, err := readLine(conn)
	if err != nil {
		return "no answer within a second"
	}
	return answer
}

func main() {
	fmt.Println("1. one at a time, and somebody is silent")
	door := listen(serve)
	silent := visit(door)
	time.Sleep(50 * time.Millisecond)
	fmt.Println("  ", ask(door))
	silent.Close()
	fmt.Println("   the silent one is gone:", ask(door))

	fmt.Println("2. a goroutine for each")
	door = listen(func(conn net.Conn) { go serve(conn) })
	few := runtime.NumGoroutine()
	for i := 0; i < 400; i++ {
		defer visit(door).Close()
	}
	time.Sleep(200 * time.Millisecond)
	many := runtime.NumGoroutine()
	fmt.Println("   goroutines more than before:", many-few)
	fmt.Println("  ", ask(door))

	fmt.Println("3. Shutdown in the middle of a request")
	door, _ = net.Listen("tcp", "127.0.0.1:0")
	begun, late := make(chan bool), make(chan bool)
	stamp := func(w http.ResponseWriter, r *http.Request) {
		go func() { // nobody waits for this one
			time.Sleep(time.Second)
			late <- true
		}()
		begun <- true
		time.Sleep(300 * time.Millisecond)
		fmt.Fprint(w, "stamped")
	}
	server := &http.Server{Handler: http.HandlerFunc(stamp)}
	go server.Serve(door)
	answer := make(chan string)
	go func() {
		reply, err := http.Get("http://" + door.Addr().String())
		if err != nil {
			answer <- err.Error()
			return
		}
		body, _ := io.ReadAll(reply.Body)
		answer <- string(body)
	}()
	<-begun
	err := server.Shutdown(context.Background())
	fmt.Println("   Shutdown:", err)
	fmt.Println("   the request under way:", <-answer)
	select {
	case <-late:
		fmt.Println("   what it had started: done")
	default:
		fmt.Println("   what it had started: not done")
	}
}
