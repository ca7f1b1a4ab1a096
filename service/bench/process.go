package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"time"
)

// process is a program under measurement.
type process struct {
	grpc, admin string // the addresses that it listens on
	stop        func()
}

// startWithin is how long a program may take until it listens; the service may have a million products to insert.
const startWithin = 20 * time.Minute

// buildService compiles the service as it is deployed: without the embedded engines, unless they are what it runs on.
func (b *bench) buildService(ctx context.Context, env ...string) (string, error) {
	tags := "production"
	if b.mysql == "" {
		tags = ""
	}
	return b.build(ctx, "catalogd", "..", "./cmd/catalogd", tags, env...)
}

// build compiles a package into the bench's folder.
func (b *bench) build(ctx context.Context, name, dir, pkg, tags string, env ...string) (string, error) {
	bin := filepath.Join(b.dir, name)
	cmd := exec.CommandContext(ctx, "go", "build", "-tags", tags, "-o", bin, pkg)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), env...)
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("build %s: %w\n%s", name, err, out)
	}
	return bin, nil
}

// start runs a program until stop, and waits until it says where it listens: one line of JSON on stderr, with the
// message "listening".
func start(ctx context.Context, bin string, env []string, args ...string) (*process, error) {
	ctx, cancel := context.WithCancel(ctx)
	cmd := exec.CommandContext(ctx, bin, args...)
	cmd.Env = append(os.Environ(), env...)
	cmd.Cancel = func() error { return cmd.Process.Signal(syscall.SIGTERM) }
	cmd.WaitDelay = 20 * time.Second // then it is killed
	reader, writer := io.Pipe()
	cmd.Stderr = writer
	if err := cmd.Start(); err != nil {
		cancel()
		return nil, fmt.Errorf("start %s: %w", filepath.Base(bin), err)
	}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		_ = cmd.Wait() // that it was stopped is no news; that it ended early shows below
		_ = writer.Close()
	}()
	p := &process{stop: func() { cancel(); <-ended }}
	if err := p.awaitAddresses(reader); err != nil {
		p.stop()
		return nil, fmt.Errorf("start %s: %w", filepath.Base(bin), err)
	}
	return p, nil
}

func (p *process) awaitAddresses(stderr io.Reader) error {
	found := make(chan error, 1)
	go func() {
		var said []byte
		lines := bufio.NewScanner(stderr)
		for lines.Scan() {
			var line struct{ Msg, GRPC, Admin string }
			if json.Unmarshal(lines.Bytes(), &line) == nil && line.Msg == "listening" {
				p.grpc, p.admin = line.GRPC, line.Admin
				found <- nil
				_, _ = io.Copy(io.Discard, stderr) // it must not block on what nobody reads
				return
			}
			said = append(append(said, lines.Bytes()...), '\n')
		}
		found <- fmt.Errorf("it ended before it listened, and said:\n%s", said)
	}()
	select {
	case err := <-found:
		return err
	case <-time.After(startWithin):
		return errors.New("it does not listen")
	}
}
