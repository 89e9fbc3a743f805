// SPDX-License-Identifier: GPL-3.0-or-later

package users

import (
	"strings"
	"testing"
	"time"
)

func TestTokensHoldUntilTheyExpire(t *testing.T) {
	issuer := Issuer{Key: []byte("key")}
	now := time.UnixMilli(1_700_000_000_000)
	token := issuer.Issue("exec-user", now.Add(time.Second))
	if user, err := issuer.Check(token, now); err != nil || user != "exec-user" {
		t.Errorf("got %q, %v", user, err)
	}
	if _, err := issuer.Check(token, now.Add(time.Second)); err == nil || !strings.Contains(err.Error(), "expired") {
		t.Errorf("an expired token got %v", err)
	}
}

func TestForeignTokensAreRefused(t *testing.T) {
	issuer := Issuer{Key: []byte("key")}
	now := time.UnixMilli(1_700_000_000_000)
	token := issuer.Issue("exec-user", now.Add(time.Hour))
	for name, foreign := range map[string]string{
		"another key":  Issuer{Key: []byte("other")}.Issue("exec-user", now.Add(time.Hour)),
		"another user": strings.Replace(token, "exec-user", "admin", 1),
		"no code":      token[:strings.LastIndex(token, ":")],
		"static":       "0123456789abcdef",
		"empty":        "",
	} {
		if user, err := issuer.Check(foreign, now); err == nil {
			t.Errorf("%s: accepted as %q", name, user)
		}
	}
}
