# SPDX-License-Identifier: GPL-3.0-or-later
# fish completion for sluice

function __sluice_environments
    set -l dir .
    for word in (commandline -opc)[3..]
        if test -d $word
            set dir $word
            break
        end
    end
    for overlay in $dir/overlays/*/
        basename $overlay
    end
end

set -l commands new render lint diff apply sandbox tour

complete -c sluice -n "not __fish_seen_subcommand_from $commands" -a new -d 'Make a project'
complete -c sluice -n "not __fish_seen_subcommand_from $commands" -a render -d 'Print the final manifests of an environment'
complete -c sluice -n "not __fish_seen_subcommand_from $commands" -a lint -d 'Look for what goes wrong with kustomize and Knative'
complete -c sluice -n "not __fish_seen_subcommand_from $commands" -a diff -d 'Compare an environment with the cluster'
complete -c sluice -n "not __fish_seen_subcommand_from $commands" -a apply -d 'Apply an environment to the cluster'
complete -c sluice -n "not __fish_seen_subcommand_from $commands" -a sandbox -d 'Run the simulated cluster alone'
complete -c sluice -n "not __fish_seen_subcommand_from $commands" -a tour -d 'Draw every page as a picture'
complete -c sluice -n "not __fish_seen_subcommand_from $commands" -l demo -d 'Open the project, or the sample, on the simulated cluster'
complete -c sluice -l version -d 'Show the version'
complete -c sluice -s h -l help -d 'Show help'

complete -c sluice -n '__fish_seen_subcommand_from render lint diff apply' -s e -l env -x -a '(__sluice_environments)' -d 'Environment'
complete -c sluice -n '__fish_seen_subcommand_from render lint diff apply' -l allow-remote-bases -d 'Let kustomize fetch bases'
complete -c sluice -n '__fish_seen_subcommand_from render diff apply' -s o -l output -x -a 'text json yaml' -d 'Form of the output'
complete -c sluice -n '__fish_seen_subcommand_from lint' -s o -l output -l format -x -a 'text json sarif' -d 'Form of the output'
complete -c sluice -n '__fish_seen_subcommand_from lint' -l fix -d 'Change the files'
complete -c sluice -n '__fish_seen_subcommand_from lint' -l strict -d 'Exit with 1 for warnings too'
complete -c sluice -n '__fish_seen_subcommand_from lint' -l release -x -a '1.15 1.16 1.17 1.18 1.19 1.20 1.21 1.22 1.23' -d 'Release of Knative'
complete -c sluice -n '__fish_seen_subcommand_from lint' -l rules -d 'List the rules'
complete -c sluice -n '__fish_seen_subcommand_from new' -l name -x -d 'Name of the Service'
complete -c sluice -n '__fish_seen_subcommand_from new' -l image -x -d 'Container image'
complete -c sluice -n '__fish_seen_subcommand_from new' -s n -l namespace -x -d 'Namespace of production'
complete -c sluice -n '__fish_seen_subcommand_from new' -l environments -x -d 'Environments, comma-separated'
complete -c sluice -n '__fish_seen_subcommand_from new' -l port -x -d 'Port that the container listens on'
complete -c sluice -n '__fish_seen_subcommand_from new' -l health-path -x -d 'Path that the probes ask for'
complete -c sluice -n '__fish_seen_subcommand_from new' -l release -x -a '1.15 1.16 1.17 1.18 1.19 1.20 1.21 1.22 1.23' -d 'Release of Knative'
complete -c sluice -n '__fish_seen_subcommand_from new' -l eventing -d 'Add Kafka source, Broker, Triggers'
complete -c sluice -n '__fish_seen_subcommand_from new' -l traffic -d 'Add traffic splits'
complete -c sluice -n '__fish_seen_subcommand_from new' -l argocd -d 'Add Argo CD Applications'
complete -c sluice -n '__fish_seen_subcommand_from new' -l monitoring -d 'Add monitors, alerts, dashboard'
complete -c sluice -n '__fish_seen_subcommand_from new' -l istio -d 'Add Istio policies'
complete -c sluice -n '__fish_seen_subcommand_from new' -l adapter -d 'Add the FastAPI application'
complete -c sluice -n '__fish_seen_subcommand_from new' -l all -d 'Add all parts'
complete -c sluice -n '__fish_seen_subcommand_from new' -l kafka-server -x -d 'Address of a Kafka broker'
complete -c sluice -n '__fish_seen_subcommand_from new' -l kafka-topic -x -d 'Topic of Kafka to read'
complete -c sluice -n '__fish_seen_subcommand_from new' -l repository -x -d 'Git repository that Argo CD reads'
complete -c sluice -n '__fish_seen_subcommand_from new' -l repository-path -x -d 'Where the project is in the repository'
complete -c sluice -n '__fish_seen_subcommand_from new' -l branch -x -d 'Branch that Argo CD follows'
complete -c sluice -n '__fish_seen_subcommand_from diff apply' -l sandbox -d 'Use a fresh simulated cluster'
complete -c sluice -n '__fish_seen_subcommand_from diff apply' -l context -x -a '(kubectl config get-contexts -o name 2>/dev/null)' -d 'Context of the kubeconfig'
complete -c sluice -n '__fish_seen_subcommand_from diff apply' -s n -l namespace -x -d 'Namespace'
complete -c sluice -n '__fish_seen_subcommand_from diff apply' -l as -x -d 'Act as this user'
complete -c sluice -n '__fish_seen_subcommand_from diff apply' -l as-group -x -d 'Act as a member of this group'
complete -c sluice -n '__fish_seen_subcommand_from diff apply' -l request-timeout -x -d 'Time allowed for one request'
complete -c sluice -n '__fish_seen_subcommand_from diff apply' -l allow-credential-plugin -d 'Let the credential plugin run'
complete -c sluice -n '__fish_seen_subcommand_from diff apply sandbox' -l kubeconfig -r -d 'Kubeconfig file'
complete -c sluice -n '__fish_seen_subcommand_from apply' -l dry-run -x -a server -d 'Stop after the plan'
complete -c sluice -n '__fish_seen_subcommand_from apply' -l wait -d 'Wait until Ready'
complete -c sluice -n '__fish_seen_subcommand_from apply' -l timeout -x -d 'How long to wait'
complete -c sluice -n '__fish_seen_subcommand_from apply' -l create-namespace -d 'Make the namespace when it is missing'
complete -c sluice -n '__fish_seen_subcommand_from apply' -l force-conflicts -d 'Take over fields of other managers'
complete -c sluice -n '__fish_seen_subcommand_from apply' -l foreign-keys -x -a 'take-over remove keep' -d 'Removed keys that another manager keeps'
complete -c sluice -n '__fish_seen_subcommand_from apply' -l override-gitops -d 'Apply although a GitOps tool owns the Service'
complete -c sluice -n '__fish_seen_subcommand_from sandbox' -l listen -x -d 'Address and port'
complete -c sluice -n '__fish_seen_subcommand_from sandbox' -l speed -x -a '1 10 60' -d 'Speed of its clock'
complete -c sluice -n '__fish_seen_subcommand_from sandbox' -l seed -x -d 'Seed of everything random'
complete -c sluice -n '__fish_seen_subcommand_from tour' -l out -r -d 'Folder for the pictures'
complete -c sluice -n '__fish_seen_subcommand_from tour' -l story -d 'Do the whole job'
