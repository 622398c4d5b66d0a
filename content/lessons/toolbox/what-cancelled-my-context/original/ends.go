package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"time"
)

func main() {
	ends := make(chan string)
	handle := func(w http.ResponseWriter, r *http.Request) {
		ctx, path := r.Context(), r.URL.Path
		go func() {
			<-ctx.Done()
			ends <- fmt.Sprint(path, ": ", ctx.Err())
		}()
		if path == "/slow" {
			<-ctx.Done()
		}
	}
	server := httptest.NewServer(http.HandlerFunc(handle))

	answer, err := http.Get(server.URL + "/quick")
	fmt.Println(answer.StatusCode, err)
	fmt.Println(<-ends)

	hurried := http.Client{Timeout: 50 * time.Millisecond}
	_, err = hurried.Get(server.URL + "/slow")
	fmt.Println("the client gave up:", err != nil)
	fmt.Println(<-ends)
}
