package main

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"time"
)

var errLate = errors.New("too late")

func work(ctx context.Context) (string, error) {
	select {
	case <-time.After(5 * time.Millisecond):
		return "42", nil
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

func within(limit time.Duration, room int) (string, error) {
	ctx, cancel := context.WithTimeout(
		context.Background(), limit)
	defer cancel()
	answers := make(chan string, room)
	failures := make(chan error, room)
	go func() {
		answer, err := work(ctx)
		if err != nil {
			failures <- err
			return
		}
		answers <- answer
	}()
	select {
	case answer := <-answers:
		return answer, nil
	case err := <-failures:
		return "", err
	case <-ctx.Done():
		return "", errLate
	}
}

func main() {
	for _, room := range []int{0, 1} {
		before := runtime.NumGoroutine()
		late := 0
		for i := 0; i < 1_000; i++ {
			_, err := within(time.Millisecond, room)
			if err == errLate {
				late++
			}
		}
		time.Sleep(100 * time.Millisecond)
		left := runtime.NumGoroutine() - before
		fmt.Printf("room for %d: %d late, %d left behind\n",
			room, late, left)
	}
}
