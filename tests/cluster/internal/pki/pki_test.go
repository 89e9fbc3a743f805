// SPDX-License-Identifier: GPL-3.0-or-later

package pki

import (
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"net"
	"testing"
	"time"
)

func parse(t *testing.T, data []byte) *x509.Certificate {
	t.Helper()
	block, _ := pem.Decode(data)
	certificate, err := x509.ParseCertificate(block.Bytes)
	if err != nil {
		t.Fatal(err)
	}
	return certificate
}

func TestServerCertificateIsTrustedForItsNames(t *testing.T) {
	authority, err := NewAuthority("test")
	if err != nil {
		t.Fatal(err)
	}
	pair, err := authority.Server([]string{"localhost"}, []net.IP{net.IPv4(127, 0, 0, 1)})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := tls.X509KeyPair(pair.Certificate, pair.Key); err != nil {
		t.Errorf("certificate and key do not belong together: %v", err)
	}
	roots := x509.NewCertPool()
	roots.AppendCertsFromPEM(authority.Certificate())
	for _, name := range []string{"localhost", "127.0.0.1"} {
		options := x509.VerifyOptions{Roots: roots, DNSName: name}
		if _, err := parse(t, pair.Certificate).Verify(options); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	options := x509.VerifyOptions{Roots: roots, DNSName: "example.com"}
	if _, err := parse(t, pair.Certificate).Verify(options); err == nil {
		t.Error("the certificate holds for example.com as well")
	}
}

func TestClientCertificateCarriesUserAndGroups(t *testing.T) {
	authority, err := NewAuthority("test")
	if err != nil {
		t.Fatal(err)
	}
	pair, err := authority.Client("carol", []string{"viewers"}, time.Hour)
	if err != nil {
		t.Fatal(err)
	}
	subject := parse(t, pair.Certificate).Subject
	if subject.CommonName != "carol" || len(subject.Organization) != 1 || subject.Organization[0] != "viewers" {
		t.Errorf("got subject %v", subject)
	}
	expired, err := authority.Client("carol", nil, -time.Hour)
	if err != nil {
		t.Fatal(err)
	}
	if !parse(t, expired.Certificate).NotAfter.Before(time.Now()) {
		t.Error("a negative lifetime made a certificate that is still valid")
	}
}
