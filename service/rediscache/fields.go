package rediscache

import (
	"encoding/binary"
	"time"
)

// Times are stored to the microsecond, as the database stores them.
func appendTime(b []byte, t time.Time) []byte { return binary.AppendVarint(b, t.UnixMicro()) }

func appendString(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

// fields reads one field after the other off rest. A field that is not there makes it bad, and everything after zero,
// so that only the end needs a check. Strings share rest's memory: decoding a record allocates nothing.
type fields struct {
	rest string
	bad  bool
}

func (in *fields) uint() uint64 {
	var v uint64
	for i := 0; i < len(in.rest) && i < binary.MaxVarintLen64; i++ {
		c := in.rest[i]
		v |= uint64(c&0x7f) << (7 * i)
		if c < 0x80 {
			in.rest = in.rest[i+1:]
			return v
		}
	}
	in.bad, in.rest = true, ""
	return 0
}

func (in *fields) int() int64 {
	v := in.uint()
	return int64(v>>1) ^ -int64(v&1) // zigzag, as encoding/binary writes it
}

func (in *fields) string() string {
	n := in.uint()
	if n > uint64(len(in.rest)) {
		in.bad, in.rest = true, ""
		return ""
	}
	s := in.rest[:n]
	in.rest = in.rest[n:]
	return s
}

func (in *fields) time() time.Time { return time.UnixMicro(in.int()).UTC() }
