package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

var (
	errSlow     = errors.New("the till is too slow")
	errFinished = errors.New("finished")
)

func serve(parent context.Context, takes time.Duration) {
	outer, end := context.WithCancelCause(parent)
	limit := 20 * time.Millisecond
	ctx, stop := context.WithTimeoutCause(outer, limit, errSlow)
	defer stop()

	select {
	case <-time.After(takes):
	case <-ctx.Done():
	}
	end(errFinished)
	fmt.Println(ctx.Err(), "because:", context.Cause(ctx))
}

func main() {
	serve(context.Background(), 5*time.Millisecond)
	serve(context.Background(), 50*time.Millisecond)
}
