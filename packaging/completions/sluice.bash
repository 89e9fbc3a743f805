# SPDX-License-Identifier: GPL-3.0-or-later
# bash completion for sluice
# shellcheck shell=bash

_sluice_environments() { # DIR
    local dir=${1:-.} overlay
    for overlay in "$dir"/overlays/*/; do
        [[ -d $overlay ]] || continue
        overlay=${overlay%/}
        printf '%s\n' "${overlay##*/}"
    done
}

_sluice() {
    local cur prev words cword
    _init_completion 2>/dev/null || {
        cur=${COMP_WORDS[COMP_CWORD]}
        prev=${COMP_WORDS[COMP_CWORD - 1]}
        words=("${COMP_WORDS[@]}")
        cword=$COMP_CWORD
    }
    local shared='--kubeconfig --context --namespace --as --as-group --request-timeout --sandbox --allow-credential-plugin --output --help'
    local command='' dir='' i
    for ((i = 1; i < cword; i++)); do
        case ${words[i]} in
        new | render | lint | diff | apply | sandbox | tour) [[ -n $command ]] || command=${words[i]} ;;
        -*) ;;
        *) [[ -z $command || -n $dir || ! -d ${words[i]} ]] || dir=${words[i]} ;;
        esac
    done

    case $prev in
    -e | --env)
        mapfile -t COMPREPLY < <(compgen -W "$(_sluice_environments "$dir")" -- "$cur")
        return
        ;;
    --kubeconfig)
        mapfile -t COMPREPLY < <(compgen -f -- "$cur")
        return
        ;;
    --out)
        mapfile -t COMPREPLY < <(compgen -d -- "$cur")
        return
        ;;
    --context)
        mapfile -t COMPREPLY < <(compgen -W "$(kubectl config get-contexts -o name 2>/dev/null)" -- "$cur")
        return
        ;;
    --dry-run)
        mapfile -t COMPREPLY < <(compgen -W 'server' -- "$cur")
        return
        ;;
    -o | --output | --format)
        local forms='text json yaml'
        [[ $command != lint ]] || forms='text json sarif'
        mapfile -t COMPREPLY < <(compgen -W "$forms" -- "$cur")
        return
        ;;
    --release)
        mapfile -t COMPREPLY < <(compgen -W '1.15 1.16 1.17 1.18 1.19 1.20 1.21 1.22 1.23' -- "$cur")
        return
        ;;
    --foreign-keys)
        mapfile -t COMPREPLY < <(compgen -W 'take-over remove keep' -- "$cur")
        return
        ;;
    --speed)
        mapfile -t COMPREPLY < <(compgen -W '1 10 60' -- "$cur")
        return
        ;;
    esac

    local flags=''
    case $command in
    '') flags='--demo --version --help' ;;
    new)
        flags='--name --image --namespace --environments --port --health-path --release --eventing --traffic --argocd'
        flags+=' --monitoring --istio --adapter --all --kafka-server --kafka-topic --repository --repository-path --branch --help'
        ;;
    render) flags='--env --allow-remote-bases --output --help' ;;
    lint) flags='--env --allow-remote-bases --output --format --fix --strict --release --rules --help' ;;
    diff) flags="--env --allow-remote-bases $shared" ;;
    apply)
        flags="--env --allow-remote-bases --dry-run --wait --timeout --create-namespace --force-conflicts"
        flags+=" --foreign-keys --override-gitops $shared"
        ;;
    sandbox) flags='--listen --kubeconfig --speed --seed --help' ;;
    tour) flags='--out --story --help' ;;
    esac
    if [[ $cur == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$flags" -- "$cur")
    elif [[ -z $command ]]; then
        mapfile -t COMPREPLY < <(compgen -W 'new render lint diff apply sandbox tour' -- "$cur" && compgen -d -- "$cur")
    else
        mapfile -t COMPREPLY < <(compgen -d -- "$cur")
    fi
}
complete -o filenames -F _sluice sluice
