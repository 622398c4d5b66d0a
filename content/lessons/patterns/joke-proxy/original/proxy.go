package main

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"sync"
	"sync/atomic"
	"time"
)

// rounds asks the upstream ten times, twenty at a time, and
// returns how many connections that took.
func rounds(client *http.Client) int32 {
	var opened atomic.Int32
	var inside sync.WaitGroup
	tell := func(w http.ResponseWriter, r *http.Request) {
		inside.Done()
		inside.Wait() // until all twenty are here
		fmt.Fprint(w, "a joke")
	}
	up := httptest.NewUnstartedServer(http.HandlerFunc(tell))
	up.Config.ConnState = func(_ net.Conn, s http.ConnState) {
		if s == http.StateNew {
			opened.Add(1)
		}
	}
	up.Start()
	defer up.Close()
	for round := 0; round < 10; round++ {
		inside.Add(20)
		var back sync.WaitGroup
		for i := 0; i < 20; i++ {
			back.Add(1)
			go func() {
				defer back.Done()
				r, err := client.Get(up.URL)
				if err == nil {
					io.Copy(io.Discard, r.Body)
					r.Body.Close()
				}
			}()
		}
		back.Wait()
		time.Sleep(20 * time.Millisecond)
	}
	return opened.Load()
}

// hangUp lets a visitor leave. What does the upstream notice?
func hangUp(passOn bool) string {
	heard := make(chan string, 1)
	slow := func(w http.ResponseWriter, r *http.Request) {
		select {
		case <-r.Context().Done():
			heard <- "hears of it"
		case <-time.After(time.Second):
			heard <- "works on for nobody"
		}
	}
	up := httptest.NewServer(http.HandlerFunc(slow))
	defer up.Close()
	ask := func(w http.ResponseWriter, r *http.Request) {
		call, _ := http.NewRequest("GET", up.URL, nil)
		if passOn {
			call = call.WithContext(r.Context())
		}
		if r, err := http.DefaultClient.Do(call); err == nil {
			r.Body.Close()
		}
	}
	proxy := httptest.NewServer(http.HandlerFunc(ask))
	defer proxy.Close()
	visitor := http.Client{Timeout: 50 * time.Millisecond}
	if _, err := visitor.Get(proxy.URL); err == nil {
		return "was never asked"
	}
	return <-heard
}

func main() {
	usual := &http.Client{Transport: &http.Transport{}}
	roomy := &http.Client{Transport: &http.Transport{
		MaxIdleConnsPerHost: 20,
	}}
	fmt.Println("connections, as it comes:", rounds(usual))
	fmt.Println("connections, 20 kept:    ", rounds(roomy))
	fmt.Println("context dropped: upstream", hangUp(false))
	fmt.Println("context passed:  upstream", hangUp(true))
	joke := "I am 100% sure %d of us forgot the lock.\n"
	fmt.Printf(joke)
	fmt.Print(joke)
}
