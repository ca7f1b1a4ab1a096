package grpcapi

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"buf.build/go/protovalidate"
	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/proto"

	catalogv1 "example.com/shop/gen/shop/catalog/v1"
)

// Validator checks requests against the rules in the .proto file: the contract that a client can read is the one that
// holds.
type Validator struct {
	rules protovalidate.Validator
}

// NewValidator compiles the rules of every request, so that the first call does not pay for it and a rule that does
// not compile stops the start.
func NewValidator() (*Validator, error) {
	rules, err := protovalidate.New(
		protovalidate.WithMessages(
			&catalogv1.GetProductRequest{}, &catalogv1.BatchGetProductsRequest{}, &catalogv1.ListProductsRequest{},
			&catalogv1.GetProductPageRequest{}, &catalogv1.WatchOffersRequest{}, &catalogv1.UpdateOfferRequest{},
		),
	)
	if err != nil {
		return nil, fmt.Errorf("compile validation rules: %w", err)
	}
	return &Validator{rules: rules}, nil
}

// Unary refuses a request that breaks a rule.
func (v *Validator) Unary(ctx context.Context, req any, _ *grpc.UnaryServerInfo, next grpc.UnaryHandler) (any, error) {
	if err := v.check(req); err != nil {
		return nil, err
	}
	return next(ctx, req)
}

// Stream refuses a stream whose message breaks a rule.
func (v *Validator) Stream(srv any, stream grpc.ServerStream, _ *grpc.StreamServerInfo, next grpc.StreamHandler) error {
	return next(srv, validatingStream{stream, v})
}

type validatingStream struct {
	grpc.ServerStream
	validator *Validator
}

func (s validatingStream) RecvMsg(message any) error {
	if err := s.ServerStream.RecvMsg(message); err != nil {
		return err
	}
	return s.validator.check(message)
}

func (v *Validator) check(req any) error {
	message, ok := req.(proto.Message)
	if !ok {
		return nil
	}
	err := v.rules.Validate(message)
	if err == nil {
		return nil
	}
	broken, ok := errors.AsType[*protovalidate.ValidationError](err)
	if !ok {
		return fmt.Errorf("validate %T: %w", req, err)
	}
	return invalidArgument(violations(broken))
}

func violations(broken *protovalidate.ValidationError) *errdetails.BadRequest {
	bad := new(errdetails.BadRequest)
	for _, violation := range broken.Violations {
		bad.FieldViolations = append(bad.FieldViolations, &errdetails.BadRequest_FieldViolation{
			Field:       protovalidate.FieldPathString(violation.Proto.GetField()),
			Description: violation.Proto.GetMessage(),
		})
	}
	return bad
}

// invalidArgument says in the message what the details say, for the people who only see the message.
func invalidArgument(bad *errdetails.BadRequest) error {
	parts := make([]string, 0, len(bad.GetFieldViolations()))
	for _, violation := range bad.GetFieldViolations() {
		parts = append(parts, strings.TrimPrefix(violation.GetField()+": "+violation.GetDescription(), ": "))
	}
	s := status.New(codes.InvalidArgument, strings.Join(parts, "; "))
	if detailed, err := s.WithDetails(bad); err == nil {
		s = detailed
	}
	return s.Err()
}
