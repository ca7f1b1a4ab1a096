package load

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"sync/atomic"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/mem"
	"google.golang.org/protobuf/proto"
)

// callTimeout is the deadline that every call carries, as a caller's would.
const callTimeout = 5 * time.Second

// Conns are connections to one server, used in turn: one connection has one reader and one writer, which are a limit
// of their own.
type Conns struct {
	conns []*grpc.ClientConn
	next  atomic.Uint32
}

// Dial returns n connections to addr, on this machine and without TLS.
func Dial(addr string, n int) (*Conns, error) {
	c := &Conns{}
	for range n {
		conn, err := grpc.NewClient("passthrough:///"+addr, grpc.WithTransportCredentials(insecure.NewCredentials()))
		if err != nil {
			return nil, errors.Join(fmt.Errorf("dial %s: %w", addr, err), c.Close())
		}
		c.conns = append(c.conns, conn)
	}
	return c, nil
}

// Close closes them.
func (c *Conns) Close() error {
	errs := make([]error, 0, len(c.conns))
	for _, conn := range c.conns {
		errs = append(errs, conn.Close())
	}
	return errors.Join(errs...)
}

// Conn returns one of them.
func (c *Conns) Conn() *grpc.ClientConn {
	return c.conns[c.next.Add(1)%uint32(len(c.conns))]
}

// Raw returns a call of method with one of requests, which pick chooses. Requests are encoded beforehand and answers
// are not decoded: on a machine that sender and server share, every instruction of the sender is taken from the
// server, and would make two servers look more alike than they are.
func (c *Conns) Raw(method string, requests []proto.Message, pick func(*rand.Rand) int) (Call, error) {
	encoded := make([]mem.BufferSlice, len(requests))
	for i, request := range requests {
		body, err := proto.Marshal(request)
		if err != nil {
			return nil, fmt.Errorf("encode request for %s: %w", method, err)
		}
		encoded[i] = mem.BufferSlice{mem.SliceBuffer(body)}
	}
	return func(ctx context.Context, chance *rand.Rand) error {
		ctx, cancel := context.WithTimeout(ctx, callTimeout)
		defer cancel()
		var size int
		if err := c.Conn().Invoke(ctx, method, encoded[pick(chance)], &size, grpc.ForceCodecV2(raw{})); err != nil {
			return err
		}
		if size == 0 {
			return errors.New("empty answer")
		}
		return nil
	}, nil
}

// raw is a codec that sends bytes as they are and of an answer keeps the size.
type raw struct{}

func (raw) Marshal(v any) (mem.BufferSlice, error) {
	body, ok := v.(mem.BufferSlice)
	if !ok {
		return nil, fmt.Errorf("raw codec: cannot send %T", v)
	}
	return body, nil
}

func (raw) Unmarshal(data mem.BufferSlice, v any) error {
	size, ok := v.(*int)
	if !ok {
		return fmt.Errorf("raw codec: cannot receive into %T", v)
	}
	*size = data.Len()
	return nil
}

// Name is that of the standard codec: the server sees ordinary protobuf.
func (raw) Name() string { return "proto" }
