// SPDX-License-Identifier: GPL-3.0-or-later

package cluster

import (
	"reflect"
	"testing"
	"time"

	"sluice.example/cluster/internal/kube"
	"sluice.example/cluster/internal/users"
)

func TestIngressStatusFollowsTheGeneration(t *testing.T) {
	now := time.Date(2024, 5, 1, 12, 0, 0, 0, time.UTC)
	ingress := kube.Object{"metadata": kube.Object{"generation": float64(3)}}
	status := ingressStatus(ingress, now)
	if status["observedGeneration"] != int64(3) {
		t.Errorf("observedGeneration is %v", status["observedGeneration"])
	}
	var kinds []any
	for _, condition := range status["conditions"].([]kube.Object) {
		kinds = append(kinds, condition["type"])
		if condition["status"] != "True" || condition["lastTransitionTime"] != "2024-05-01T12:00:00Z" {
			t.Errorf("got condition %v", condition)
		}
	}
	if want := []any{"LoadBalancerReady", "NetworkConfigured", "Ready"}; !reflect.DeepEqual(kinds, want) {
		t.Errorf("got %v, want %v", kinds, want)
	}
}

func TestConditionsKeepTheirTime(t *testing.T) {
	earlier := "2024-05-01T11:00:00Z"
	ingress := kube.Object{"status": kube.Object{"conditions": []any{
		kube.Object{"type": "Ready", "status": "True", "lastTransitionTime": earlier},
		kube.Object{"type": "NetworkConfigured", "status": "Unknown", "lastTransitionTime": earlier},
	}}}
	now := time.Date(2024, 5, 1, 12, 0, 0, 0, time.UTC)
	if got := trueCondition(ingress, "Ready", now)["lastTransitionTime"]; got != earlier {
		t.Errorf("a condition that stays true got the time %v", got)
	}
	if got := trueCondition(ingress, "NetworkConfigured", now)["lastTransitionTime"]; got == earlier {
		t.Error("a condition that became true kept its old time")
	}
}

func TestSubscribersBecomeReady(t *testing.T) {
	channel := kube.Object{"spec": kube.Object{"subscribers": []any{
		kube.Object{"uid": "a", "generation": float64(2), "subscriberUri": "http://x"},
	}}}
	want := []any{kube.Object{"uid": "a", "observedGeneration": float64(2), "ready": "True"}}
	if got := subscriberStatus(channel); !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestReviewKnowsOnlyUsersOfTheExecPlugin(t *testing.T) {
	issuer := users.Issuer{Key: []byte("key")}
	now := time.Now()
	people := users.People()
	review := func(token string) kube.Object { return reviewStatus(people, issuer, token, now) }
	good := review(issuer.Issue("exec-user", now.Add(time.Minute)))
	if good["authenticated"] != true || kube.Field(good, "user", "username") != "exec-user" {
		t.Errorf("got %v", good)
	}
	for name, token := range map[string]string{
		"expired":      issuer.Issue("exec-user", now),
		"another user": issuer.Issue("admin", now.Add(time.Minute)),
		"static":       people[0].Token,
	} {
		if status := review(token); status["authenticated"] != false || status["error"] == "" {
			t.Errorf("%s: got %v", name, status)
		}
	}
}

func TestStageOfReadyPodsLeavesFaultsAlone(t *testing.T) {
	stage := kube.Object{"spec": kube.Object{"selector": kube.Object{"matchExpressions": []any{kube.Object{}}}}}
	exceptFaults(stage)
	expressions := kube.List(stage, "spec", "selector", "matchExpressions")
	if len(expressions) != 2 || expressions[1].(kube.Object)["operator"] != "DoesNotExist" {
		t.Errorf("got %v", expressions)
	}
}
