// SPDX-License-Identifier: GPL-3.0-or-later

package component

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// DefaultProfile is the release of Knative that Sluice is measured by first.
const DefaultProfile = "1.15"

// Profiles lists the components of each profile. All share one Kubernetes.
var profiles = map[string][]string{
	"1.15":   {"etcd", "kube", "kwok", "crds", "serving-1.15", "eventing-1.15", "kn", "kubectl"},
	"newest": {"etcd", "kube", "kwok", "crds", "serving-newest", "eventing-newest", "kn", "kubectl"},
	// For measurements: objects that are written stay as they are, and nothing else uses the processor.
	Bare: {"etcd", "kube", "serving-1.15", "bench"},
}

// Bare is the profile of an API server that knows Knative's kinds and has no controllers and no webhooks.
const Bare = "bare"

// ProfileNames lists the profiles that exist.
func ProfileNames() []string { return slices.Sorted(maps.Keys(profiles)) }

// OfProfile lists the components of a profile.
func OfProfile(profile string) ([]string, error) {
	components, known := profiles[profile]
	if !known {
		return nil, fmt.Errorf("no profile %q; there are: %s", profile, strings.Join(ProfileNames(), ", "))
	}
	return components, nil
}
