// SPDX-License-Identifier: GPL-3.0-or-later

package cluster

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"strings"

	"sluice.example/cluster/internal/kube"
	"sluice.example/cluster/internal/process"
)

func loopback(port int) string { return fmt.Sprintf("http://127.0.0.1:%d", port) }

func (c *Cluster) startAPIServer(ctx context.Context) error {
	clients, peers := loopback(c.ports["etcd"]), loopback(c.ports["etcd-peer"])
	err := c.group.Start(process.Spec{
		Name:    "etcd",
		Program: c.config.Assets["etcd"].Binary("etcd"),
		Arguments: []string{
			"--name=etcd", "--data-dir=" + c.path("etcd"), "--unsafe-no-fsync", "--log-level=warn",
			"--listen-client-urls=" + clients, "--advertise-client-urls=" + clients,
			"--listen-peer-urls=" + peers, "--initial-advertise-peer-urls=" + peers, "--initial-cluster=etcd=" + peers,
		},
		Env:    baseEnvironment(),
		Abrupt: true, // its data go with it
	})
	if err != nil {
		return err
	}
	err = c.group.Start(process.Spec{
		Name:    "kube-apiserver",
		Program: c.config.Assets["kube"].Binary("kube-apiserver"),
		Arguments: []string{
			"--etcd-servers=" + clients, "--bind-address=127.0.0.1", "--advertise-address=127.0.0.1",
			fmt.Sprintf("--secure-port=%d", c.ports["api"]),
			"--tls-cert-file=" + c.path("pki", "server.crt"), "--tls-private-key-file=" + c.path("pki", "server.key"),
			"--client-ca-file=" + c.path("pki", "ca.crt"), "--token-auth-file=" + c.path("pki", "tokens.csv"),
			"--authentication-token-webhook-config-file=" + c.reviews, "--authentication-token-webhook-version=v1",
			"--authentication-token-webhook-cache-ttl=0s", // else an expired token would go on to be good
			"--service-account-issuer=https://kubernetes.default.svc",
			"--service-account-key-file=" + c.path("pki", "accounts.pub"),
			"--service-account-signing-key-file=" + c.path("pki", "accounts.key"),
			"--authorization-mode=RBAC",
			// Nobody mounts tokens, and the node's taint would never be taken away.
			"--disable-admission-plugins=ServiceAccount,TaintNodesByCondition",
			"--kubelet-preferred-address-types=InternalIP",
			"--endpoint-reconciler-type=none", "--service-cluster-ip-range=10.96.0.0/16", "--profiling=false",
		},
		Env:    baseEnvironment(),
		Abrupt: true, // it would wait for watches to end
	})
	if err != nil {
		return err
	}
	return c.awaitAPIServer(ctx)
}

func (c *Cluster) awaitAPIServer(ctx context.Context) error {
	return kube.Until(ctx, "waiting for the API server", func(ctx context.Context) error {
		_, err := c.client.Do(ctx, http.MethodGet, "/readyz", "", nil)
		return err
	})
}

// Controllers that have nothing to do here or do harm: the fake node does not renew its lease, and
// nothing measures pods.
var withoutControllers = []string{
	"node-lifecycle-controller", "taint-eviction-controller", "horizontal-pod-autoscaler-controller",
	"persistentvolume-binder-controller", "persistentvolume-attach-detach-controller",
	"persistentvolume-expander-controller", "bootstrap-signer-controller", "token-cleaner-controller",
}

func (c *Cluster) startKubernetes(ctx context.Context) error {
	stages, err := c.writeStages()
	if err != nil {
		return err
	}
	specs := []process.Spec{
		{
			Name:    "kube-controller-manager",
			Program: c.config.Assets["kube"].Binary("kube-controller-manager"),
			Arguments: []string{
				"--kubeconfig=" + c.accountKubeconfig(controllerManager), "--leader-elect=false", "--secure-port=0",
				"--service-account-private-key-file=" + c.path("pki", "accounts.key"),
				"--root-ca-file=" + c.path("pki", "ca.crt"),
				"--cluster-signing-cert-file=" + c.path("pki", "ca.crt"),
				"--cluster-signing-key-file=" + c.path("pki", "ca.key"),
				"--controllers=*,-" + strings.Join(withoutControllers, ",-"),
				// Tests leave many namespaces behind, and each is searched for every kind.
				"--concurrent-namespace-syncs=20", "--kube-api-qps=300", "--kube-api-burst=600",
			},
		},
		{
			Name:    "kube-scheduler",
			Program: c.config.Assets["kube"].Binary("kube-scheduler"),
			Arguments: []string{
				"--kubeconfig=" + c.accountKubeconfig(scheduler), "--leader-elect=false", "--secure-port=0",
			},
		},
		{
			Name:    "kwok",
			Program: c.config.Assets["kwok"].Binary("kwok"),
			Arguments: []string{
				"--kubeconfig=" + c.accountKubeconfig(kwok), "--config=" + stages, "--manage-all-nodes=true",
				"--cidr=10.128.0.0/16",
				// What the API server asks a kubelet for: logs.
				"--node-ip=127.0.0.1", fmt.Sprintf("--node-port=%d", c.ports["kubelet"]),
				fmt.Sprintf("--server-address=127.0.0.1:%d", c.ports["kubelet"]),
				"--tls-cert-file=" + c.path("pki", "server.crt"), "--tls-private-key-file=" + c.path("pki", "server.key"),
			},
		},
	}
	for _, spec := range specs {
		spec.Env = baseEnvironment()
		spec.Abrupt = true
		if err := c.group.Start(spec); err != nil {
			return err
		}
	}
	return c.client.Apply(ctx, node())
}

// node is the one that fake pods run on.
func node() kube.Object {
	amounts := kube.Object{"cpu": "1000", "memory": "1Ti", "pods": "10000"}
	return kube.Object{
		"apiVersion": "v1", "kind": "Node",
		"metadata": kube.Object{
			"name":   "node-0",
			"labels": kube.Object{"kubernetes.io/hostname": "node-0", "kubernetes.io/os": "linux", "kubernetes.io/arch": "amd64"},
		},
		"status": kube.Object{"allocatable": amounts, "capacity": amounts},
	}
}

// baseEnvironment is what every component gets: nothing of the user's own clusters and proxies.
func baseEnvironment() []string {
	return []string{"PATH=" + os.Getenv("PATH"), "HOME=/nonexistent", "NO_PROXY=*"}
}
