package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"math/big"
	"net"
	"os"
	"path/filepath"
	"testing"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/credentials/insecure"
	reflectionv1 "google.golang.org/grpc/reflection/grpc_reflection_v1"
	"google.golang.org/grpc/status"

	catalogv1 "example.com/shop/gen/shop/catalog/v1"
)

func TestTLSRefusesPlainText(t *testing.T) {
	ca := newAuthority(t)
	cert, key := ca.issueFiles(t, "catalogd")
	p := startEngines(t, 1).start(t, "-tls-cert="+cert, "-tls-key="+key)

	wantCode(t, "plain text", getProduct(t, dial(t, p.grpc)), codes.Unavailable)
	wantCode(t, "a stranger's authority", getProduct(t, dialTLS(t, p.grpc, newAuthority(t))), codes.Unavailable)
	wantCode(t, "TLS", getProduct(t, dialTLS(t, p.grpc, ca)), codes.OK)
}

func TestClientsNeedACertificateWhereOneIsDemanded(t *testing.T) {
	ca, stranger := newAuthority(t), newAuthority(t)
	p := startEngines(t, 1).start(t, ca.flags(t)...)

	wantCode(t, "plain text", getProduct(t, dial(t, p.grpc)), codes.Unavailable)
	wantCode(t, "no certificate", getProduct(t, dialTLS(t, p.grpc, ca)), codes.Unavailable)
	wantCode(t, "a stranger's certificate",
		getProduct(t, dialTLS(t, p.grpc, ca, stranger.issue(t, "shop-app"))), codes.Unavailable)
	wantCode(t, "a certificate", getProduct(t, dialTLS(t, p.grpc, ca, ca.issue(t, "shop-app"))), codes.OK)
}

// TestCertificateNamesHaveLimitsOfTheirOwn calls from one address, so that only the names differ.
func TestCertificateNamesHaveLimitsOfTheirOwn(t *testing.T) {
	ca := newAuthority(t)
	p := startEngines(t, 1).start(t, append(ca.flags(t), "-rate-limit=1")...)
	wild := dialTLS(t, p.grpc, ca, ca.issue(t, "wild"))
	calm := dialTLS(t, p.grpc, ca, ca.issue(t, "calm"))

	eventually(t, "the wild client is refused", func() bool {
		return status.Code(getProduct(t, wild)) == codes.ResourceExhausted
	})
	for range 2 { // its whole burst: nobody took of it
		wantCode(t, "the calm client", getProduct(t, calm), codes.OK)
	}
}

func TestReflectionIsAskedFor(t *testing.T) {
	e := startEngines(t, 1)
	wantCode(t, "without -reflection", listServices(t, e.start(t).grpc), codes.Unimplemented)
	wantCode(t, "with -reflection", listServices(t, e.start(t, "-reflection").grpc), codes.OK)
}

func getProduct(t *testing.T, client catalogv1.CatalogServiceClient) error {
	t.Helper()
	_, err := client.GetProduct(t.Context(), &catalogv1.GetProductRequest{ProductId: 1})
	return err
}

func listServices(t *testing.T, target string) error {
	t.Helper()
	conn := newConn(t, target, insecure.NewCredentials())
	stream, err := reflectionv1.NewServerReflectionClient(conn).ServerReflectionInfo(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	// Send says no more than that the stream ended; Recv says why.
	_ = stream.Send(&reflectionv1.ServerReflectionRequest{
		MessageRequest: &reflectionv1.ServerReflectionRequest_ListServices{},
	})
	_, err = stream.Recv()
	return err
}

func wantCode(t *testing.T, who string, err error, want codes.Code) {
	t.Helper()
	if got := status.Code(err); got != want {
		t.Errorf("%s: code %v (%v), want %v", who, got, err, want)
	}
}

// dialTLS trusts one authority, and shows a certificate if it has one whoever the server says it trusts: that the
// server refuses it is what is tested, not that the client holds it back.
func dialTLS(t *testing.T, target string, trusted *authority, own ...*tls.Certificate) catalogv1.CatalogServiceClient {
	t.Helper()
	settings := &tls.Config{RootCAs: x509.NewCertPool(), MinVersion: tls.VersionTLS13}
	settings.RootCAs.AddCert(trusted.cert)
	if len(own) > 0 {
		settings.GetClientCertificate = func(*tls.CertificateRequestInfo) (*tls.Certificate, error) { return own[0], nil }
	}
	return catalogv1.NewCatalogServiceClient(newConn(t, target, credentials.NewTLS(settings)))
}

func newConn(t *testing.T, target string, creds credentials.TransportCredentials) *grpc.ClientConn {
	t.Helper()
	conn, err := grpc.NewClient(target, grpc.WithTransportCredentials(creds))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	return conn
}

// authority issues certificates. It is made anew in every test, so that no key lies in the repository and none expires.
type authority struct {
	cert *x509.Certificate
	key  *ecdsa.PrivateKey
}

func newAuthority(t *testing.T) *authority {
	t.Helper()
	template := newTemplate("test authority " + randomHex(t, 6))
	template.IsCA, template.BasicConstraintsValid = true, true
	template.KeyUsage = x509.KeyUsageCertSign
	key := newKey(t)
	return &authority{cert: sign(t, template, template, key, key), key: key}
}

// issue returns a certificate for both sides: a server at 127.0.0.1 or a client of that name.
func (a *authority) issue(t *testing.T, name string) *tls.Certificate {
	t.Helper()
	template := newTemplate(name)
	template.IPAddresses = []net.IP{net.IPv4(127, 0, 0, 1)}
	template.KeyUsage = x509.KeyUsageDigitalSignature
	template.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth, x509.ExtKeyUsageClientAuth}
	key := newKey(t)
	leaf := sign(t, template, a.cert, key, a.key)
	return &tls.Certificate{Certificate: [][]byte{leaf.Raw}, PrivateKey: key, Leaf: leaf}
}

// issueFiles is issue for those who read files.
func (a *authority) issueFiles(t *testing.T, name string) (cert, key string) {
	t.Helper()
	issued := a.issue(t, name)
	der, err := x509.MarshalPKCS8PrivateKey(issued.PrivateKey)
	if err != nil {
		t.Fatal(err)
	}
	return writePEM(t, "CERTIFICATE", issued.Leaf.Raw), writePEM(t, "PRIVATE KEY", der)
}

// flags make a server that has a certificate and demands one.
func (a *authority) flags(t *testing.T) []string {
	t.Helper()
	cert, key := a.issueFiles(t, "catalogd")
	return []string{"-tls-cert=" + cert, "-tls-key=" + key, "-tls-client-ca=" + writePEM(t, "CERTIFICATE", a.cert.Raw)}
}

func newTemplate(name string) *x509.Certificate {
	return &x509.Certificate{
		SerialNumber: big.NewInt(1),
		Subject:      pkix.Name{CommonName: name},
		NotBefore:    time.Now().Add(-time.Hour),
		NotAfter:     time.Now().Add(time.Hour),
	}
}

func newKey(t *testing.T) *ecdsa.PrivateKey {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

// sign returns the template as a certificate of key, signed by the parent.
func sign(t *testing.T, template, parent *x509.Certificate, key, parentKey *ecdsa.PrivateKey) *x509.Certificate {
	t.Helper()
	der, err := x509.CreateCertificate(rand.Reader, template, parent, key.Public(), parentKey)
	if err != nil {
		t.Fatal(err)
	}
	cert, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	return cert
}

func writePEM(t *testing.T, kind string, der []byte) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "tls.pem")
	if err := os.WriteFile(file, pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: der}), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}
