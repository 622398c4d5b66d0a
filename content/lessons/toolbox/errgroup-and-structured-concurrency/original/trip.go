package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"golang.org/x/sync/errgroup"
)

func hotel(ctx context.Context) error {
	return errors.New("sold out")
}

func flight(ctx context.Context) error {
	select {
	case <-ctx.Done():
		fmt.Println("flight: given up,", ctx.Err())
		return ctx.Err()
	case <-time.After(30 * time.Millisecond):
		fmt.Println("flight: card charged")
		return nil
	}
}

func main() {
	root := context.Background()

	var zero errgroup.Group
	zero.Go(func() error { return hotel(root) })
	zero.Go(func() error { return flight(root) })
	fmt.Println("zero group:", zero.Wait())

	group, ctx := errgroup.WithContext(root)
	group.Go(func() error { return hotel(ctx) })
	group.Go(func() error { return flight(ctx) })
	fmt.Println("with context:", group.Wait())

	group, ctx = errgroup.WithContext(root)
	group.Go(func() error { return nil })
	fmt.Println("all is well:", group.Wait(), "then", ctx.Err())
}
