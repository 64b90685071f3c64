# Sourced by deploy/run and tests/run: installs what is missing and builds. Repeatable; needs no git.

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
source "$root/deploy/find-node.sh"

say() { printf '\n== %s\n' "$*"; }

package_installed() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }
package_available() { [[ "$(apt-cache policy "$1" 2>/dev/null)" =~ Candidate:\ [0-9] ]]; }

# missing_packages FILE...: one line for each line of the files that is not satisfied.
# A line is "package", "package|other" (either will do) or "package command:name" (so will that command).
missing_packages() {
    local line alternatives command package found
    while read -r line; do
        line="${line%%#*}"
        read -r alternatives command <<<"$line"
        [ -n "$alternatives" ] || continue
        [ -z "$command" ] || ! command -v "${command#command:}" >/dev/null || continue
        found=no
        for package in ${alternatives//|/ }; do
            if package_installed "$package"; then found=yes; fi
        done
        [ $found = yes ] || echo "$alternatives"
    done < <(cat "$@")
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# install_packages FILE...: the only thing that is done as root.
install_packages() {
    local missing wanted=() alternatives package without_services=no
    missing="$(missing_packages "$@")"
    if [ -z "$missing" ]; then
        echo "All Debian packages are there."
        return 0
    fi
    if ! command -v apt-get >/dev/null; then
        echo "This machine has no apt-get. Install by other means:" $missing >&2
        return 1
    fi
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null || { echo "Run as root, or install sudo: these are missing:" $missing >&2; return 1; }
        echo "sudo is used for packages only."
    fi
    say "Looking up packages (apt-get update)"
    as_root apt-get update -q || return 1
    for alternatives in $missing; do
        for package in ${alternatives//|/ }; do
            if package_available "$package"; then wanted+=("$package"); continue 2; fi
        done
        echo "No package found for $alternatives" >&2
        return 1
    done
    say "Installing ${#wanted[@]} packages: ${wanted[*]}"
    # Some of them are servers that Debian would start at once; the tests start their own.
    if [ ! -e /usr/sbin/policy-rc.d ]; then
        without_services=yes
        printf '#!/bin/sh\nexit 101\n' | as_root tee /usr/sbin/policy-rc.d >/dev/null
        as_root chmod 755 /usr/sbin/policy-rc.d
        trap 'as_root rm -f /usr/sbin/policy-rc.d' EXIT
    fi
    # --no-remove: rather stop than push out something that somebody else needs.
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends --no-remove "${wanted[@]}"
    local result=$?
    if [ $without_services = yes ]; then
        as_root rm -f /usr/sbin/policy-rc.d
        trap - EXIT
    fi
    for package in caddy nginx; do
        if [ -d /run/systemd/system ] && [[ " ${wanted[*]} " == *" $package "* ]]; then
            as_root systemctl disable --quiet "$package" || true
        fi
    done
    return $result
}

# How many compilers fit: one per core, and 1.5 GB for each.
build_jobs() {
    local cores memory
    cores="$(nproc)"
    memory="$(awk '/MemAvailable/ { print int($2 / 1500000) }' /proc/meminfo)"
    [ "$memory" -lt 1 ] && memory=1
    echo $((cores < memory ? cores : memory))
}

# build PRESET [argument of cmake --build]...: into build/PRESET, only what changed.
build() {
    local preset="$1" folder="$root/build/$1" home
    shift
    home="$(sed -n 's/^CMAKE_HOME_DIRECTORY:INTERNAL=//p' "$folder/CMakeCache.txt" 2>/dev/null || true)"
    if [ -n "$home" ] && [ "$home" != "$root" ]; then
        echo "build/$preset was made for $home: starting it anew"
        rm -rf "$folder"
    fi
    mkdir -p "$folder"
    if ! (cd "$root" && cmake --preset "$preset") >"$folder/configure.log" 2>&1; then
        cat "$folder/configure.log" >&2
        return 1
    fi
    cmake --build "$folder" --parallel "$(build_jobs)" "$@"
}
