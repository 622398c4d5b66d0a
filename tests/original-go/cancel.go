package main

import (
	"context"
	"time"
)

func cancel(show Show) {
	parent, stop := context.WithCancel(context.Background())
	child, stopChild := context.WithTimeout(parent, time.Millisecond)
	defer stopChild()
	go func() { stop() }()
	<-child.Done()
	show(child.Err())
	show(parent.Err() != nil)
}
