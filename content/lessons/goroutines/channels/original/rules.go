package main

import (
	"fmt"
	"time"
)

func try(what string, operation func() any) {
	ended := make(chan string, 1)
	go func() {
		defer func() {
			if reason := recover(); reason != nil {
				ended <- fmt.Sprint("panic: ", reason)
			}
		}()
		ended <- fmt.Sprint(operation())
	}()
	select {
	case how := <-ended:
		fmt.Printf("%-16s %s\n", what, how)
	case <-time.After(50 * time.Millisecond):
		fmt.Printf("%-16s waits\n", what)
	}
}

func receive(ch chan int) func() any {
	return func() any {
		value, ok := <-ch
		return fmt.Sprint(value, " ", ok)
	}
}

func send(ch chan int) func() any {
	return func() any { ch <- 8; return "sent" }
}

func shut(ch chan int) func() any {
	return func() any { close(ch); return "closed" }
}

func main() {
	var none chan int
	empty := make(chan int)
	full, closed := make(chan int, 1), make(chan int, 1)
	full <- 7
	closed <- 7
	close(closed)

	try("receive, empty", receive(empty))
	try("send, full", send(full))
	try("receive, closed", receive(closed))
	try("and once more", receive(closed))
	try("send, closed", send(closed))
	try("close, closed", shut(closed))
	try("receive, nil", receive(none))
	try("send, nil", send(none))
	try("close, nil", shut(none))
}
