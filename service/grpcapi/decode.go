package grpcapi

import (
	"context"
	"unicode/utf8"

	"google.golang.org/grpc"
	"google.golang.org/grpc/encoding"
	encodingproto "google.golang.org/grpc/encoding/proto"
	"google.golang.org/grpc/mem"
	"google.golang.org/protobuf/encoding/protowire"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"
)

// Bytes that are no message of their method are the caller's mistake, INVALID_ARGUMENT. Left alone, grpc-go answers
// INTERNAL with the decoder's words, before any interceptor runs. So the handlers decode into a received, in which the
// codec notes the mistake instead of failing.
type received struct {
	message any
	mistake error
}

// refuseUndecodable returns desc with handlers that decode so. It needs the server to have [codec] and an
// interceptor.
func refuseUndecodable(desc grpc.ServiceDesc) grpc.ServiceDesc {
	methods := make([]grpc.MethodDesc, len(desc.Methods))
	for i, method := range desc.Methods {
		handle := method.Handler
		method.Handler = func(srv any, ctx context.Context, dec func(any) error, interceptor grpc.UnaryServerInterceptor) (any, error) {
			var r received
			return handle(srv, ctx, func(message any) error { r.message = message; return dec(&r) }, r.reportTo(interceptor))
		}
		methods[i] = method
	}
	streams := make([]grpc.StreamDesc, len(desc.Streams))
	for i, stream := range desc.Streams {
		handle := stream.Handler
		stream.Handler = func(srv any, ss grpc.ServerStream) error { return handle(srv, receivingStream{ss}) }
		streams[i] = stream
	}
	desc.Methods, desc.Streams = methods, streams
	return desc
}

// reportTo returns an interceptor that takes a mistake through inner in the place of the handler, so that it is counted
// and limited as any other call.
func (r *received) reportTo(inner grpc.UnaryServerInterceptor) grpc.UnaryServerInterceptor {
	return func(ctx context.Context, req any, info *grpc.UnaryServerInfo, next grpc.UnaryHandler) (any, error) {
		if r.mistake == nil {
			return inner(ctx, req, info, next)
		}
		return inner(ctx, nil, info, func(context.Context, any) (any, error) { return nil, r.mistake })
	}
}

type receivingStream struct{ grpc.ServerStream }

func (s receivingStream) RecvMsg(message any) error {
	r := received{message: message}
	if err := s.ServerStream.RecvMsg(&r); err != nil {
		return err
	}
	return r.mistake
}

// codec is gRPC's own for protocol buffers, but for a received.
type codec struct{ encoding.CodecV2 }

func newCodec() codec { return codec{encoding.GetCodecV2(encodingproto.Name)} }

func (c codec) Unmarshal(data mem.BufferSlice, v any) error {
	r, ok := v.(*received)
	if !ok {
		return c.CodecV2.Unmarshal(data, v)
	}
	message, ok := r.message.(proto.Message)
	if !ok || c.CodecV2.Unmarshal(data, message) == nil {
		return nil
	}
	r.mistake = mistake(message.ProtoReflect().Descriptor(), data.Materialize())
	return nil
}

func mistake(message protoreflect.MessageDescriptor, raw []byte) error {
	if field := fieldNotUTF8(message, raw); field != "" {
		return invalidArgument(badRequest(field, "not valid UTF-8"))
	}
	return invalidArgument(badRequest("", "the bytes are not a "+string(message.FullName())))
}

// fieldNotUTF8 returns the path of the first string that is not UTF-8, or "". Only a refused message is walked.
func fieldNotUTF8(message protoreflect.MessageDescriptor, raw []byte) string {
	for len(raw) > 0 {
		number, wireType, n := protowire.ConsumeTag(raw)
		if n < 0 {
			return ""
		}
		size := protowire.ConsumeFieldValue(number, wireType, raw[n:])
		if size < 0 {
			return ""
		}
		value := raw[n : n+size]
		raw = raw[n+size:]
		field := message.Fields().ByNumber(number)
		if field == nil || wireType != protowire.BytesType {
			continue
		}
		if path := valueNotUTF8(field, value); path != "" {
			return path
		}
	}
	return ""
}

func valueNotUTF8(field protoreflect.FieldDescriptor, value []byte) string {
	content, _ := protowire.ConsumeBytes(value)
	switch {
	case field.Kind() == protoreflect.StringKind && !utf8.Valid(content):
		return string(field.Name())
	case field.Message() != nil:
		if inner := fieldNotUTF8(field.Message(), content); inner != "" {
			return string(field.Name()) + "." + inner
		}
	}
	return ""
}
