// SPDX-License-Identifier: GPL-3.0-or-later

package users

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Issuer makes and checks the tokens of users who log in by exec plugin. Such a token is
// exec:USER:EXPIRY:CODE, where the expiry is in milliseconds since 1970 and the code proves that it was made
// with the key.
type Issuer struct{ Key []byte }

const prefix = "exec"

// IssuerKey is the file with the key, below the folder pki of a cluster.
const IssuerKey = "exec.key"

// Issue makes a token that expires at that time.
func (i Issuer) Issue(user string, expiry time.Time) string {
	body := strings.Join([]string{prefix, user, strconv.FormatInt(expiry.UnixMilli(), 10)}, ":")
	return body + ":" + i.code(body)
}

// Check returns the user whose token it is; an expired or foreign one is an error.
func (i Issuer) Check(token string, now time.Time) (string, error) {
	body, code, _ := cutLast(token, ":")
	parts := strings.Split(body, ":")
	if len(parts) != 3 || parts[0] != prefix {
		return "", errors.New("this is no token of an exec plugin")
	}
	if !hmac.Equal([]byte(code), []byte(i.code(body))) {
		return "", errors.New("the token was not made for this cluster")
	}
	milliseconds, err := strconv.ParseInt(parts[2], 10, 64)
	if err != nil {
		return "", err
	}
	if expiry := time.UnixMilli(milliseconds); !now.Before(expiry) {
		return "", fmt.Errorf("the token expired at %s", expiry.UTC().Format(time.RFC3339))
	}
	return parts[1], nil
}

func (i Issuer) code(body string) string {
	mac := hmac.New(sha256.New, i.Key)
	mac.Write([]byte(body))
	return hex.EncodeToString(mac.Sum(nil))
}

func cutLast(text, separator string) (before, after string, found bool) {
	if at := strings.LastIndex(text, separator); at >= 0 {
		return text[:at], text[at+len(separator):], true
	}
	return text, "", false
}
