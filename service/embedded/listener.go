package embedded

import (
	"context"
	"net"
	"sync"
)

// trackingListener remembers its connections, because the engine's own server closes only the listener and would
// leave a goroutine for each client that is still connected.
type trackingListener struct {
	net.Listener
	mu    sync.Mutex
	conns map[*trackedConn]struct{}
}

func listen(ctx context.Context) (*trackingListener, error) {
	var config net.ListenConfig
	inner, err := config.Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	return &trackingListener{Listener: inner, conns: make(map[*trackedConn]struct{})}, nil
}

func (l *trackingListener) Accept() (net.Conn, error) {
	inner, err := l.Listener.Accept()
	if err != nil {
		return nil, err
	}
	conn := &trackedConn{Conn: inner, listener: l}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.conns[conn] = struct{}{}
	return conn, nil
}

func (l *trackingListener) closeConnections() {
	l.mu.Lock()
	defer l.mu.Unlock()
	for conn := range l.conns {
		_ = conn.Conn.Close() // already closed is as good
	}
}

type trackedConn struct {
	net.Conn
	listener *trackingListener
}

func (c *trackedConn) Close() error {
	c.listener.mu.Lock()
	delete(c.listener.conns, c)
	c.listener.mu.Unlock()
	return c.Conn.Close()
}
