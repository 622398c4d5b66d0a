package main

import (
	"fmt"
	"net"
	"os"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"time"
)

const many = 100

// threads asks Linux how many threads this process has.
func threads() string {
	status, _ := os.ReadFile("/proc/self/status")
	_, after, _ := strings.Cut(string(status), "Threads:\t")
	number, _, _ := strings.Cut(after, "\n")
	return number
}

// all starts many goroutines that wait, and counts meanwhile.
func all(how string, wait func()) {
	var done sync.WaitGroup
	for i := 0; i < many; i++ {
		done.Add(1)
		go func() {
			defer done.Done()
			wait()
		}()
	}
	time.Sleep(200 * time.Millisecond)
	fmt.Printf("%3s threads: %d goroutines %s\n",
		threads(), many, how)
	done.Wait()
}

func main() {
	runtime.GOMAXPROCS(2)
	fmt.Printf("%3s threads: at the beginning\n", threads())

	half := 400 * time.Millisecond
	all("sleep", func() { time.Sleep(half) })

	gate := make(chan bool)
	time.AfterFunc(half, func() { close(gate) })
	all("wait at a channel", func() { <-gate })

	server, _ := net.Listen("tcp", "127.0.0.1:0")
	go func() {
		for {
			client, err := server.Accept()
			if err != nil {
				return
			}
			time.AfterFunc(half, func() { client.Close() })
		}
	}()
	all("read from the network", func() {
		to, _ := net.Dial("tcp", server.Addr().String())
		to.Read(make([]byte, 1))
		to.Close()
	})
	server.Close()

	all("compute", func() {
		end := time.Now().Add(half)
		for time.Now().Before(end) {
		}
	})

	all("are in a system call", func() {
		wait := syscall.NsecToTimespec(int64(half))
		syscall.Nanosleep(&wait, nil)
	})
	fmt.Printf("%3s threads: at the end\n", threads())
}
